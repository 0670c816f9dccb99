// Makes the fonts beside this file, and the list of what they can draw. Run by hand, from the project's root, on Debian:
//   apt-get install fonts-noto-core fonts-noto-cjk
//   npm i --no-save subset-font@2.5.0 && npx node lib/status-image/fonts/build.mjs
// Pango reads no WOFF2, and whole the families weigh 40 MB: these are parts of them, named as they always were.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";

const TARGET = "lib/status-image/fonts";
const WEB_FONTS = "public/fonts";
const DEBIAN = { truetype: "/usr/share/fonts/truetype/noto", opentype: "/usr/share/fonts/opentype/noto" };

const range = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join("");

/** What an old two-byte encoding can say in these rows: the characters that a country's standard calls common. */
function charactersOf(encoding, firstRow, lastRow) {
  const decoder = new TextDecoder(encoding);
  let text = "";
  for (let row = firstRow; row <= lastRow; row++) {
    for (let cell = 1; cell <= 94; cell++) text += decoder.decode(Uint8Array.of(row + 0xa0, cell + 0xa0));
  }
  return text.replaceAll("\ufffd", "");
}

const LATIN_GREEK_CYRILLIC =
  range(0x20, 0x7e) + range(0xa0, 0x24f) + range(0x2b0, 0x36f) + range(0x370, 0x3ff) + range(0x400, 0x52f) + range(0x1e00, 0x1eff);
const PUNCTUATION = range(0x2000, 0x206f) + range(0x20a0, 0x20bf) + range(0x2100, 0x214f) + range(0x2190, 0x2199) + range(0x2212, 0x2212);
const ARABIC = range(0x600, 0x6ff) + range(0x750, 0x77f) + range(0xfb50, 0xfdff) + range(0xfe70, 0xfeff) + range(0x200c, 0x200f);
/** The decoder knows these of JIS X 0208 by their wide twins. */
const NARROW_TWINS = "−〜‖—¦¢£¬";
const JAPANESE = NARROW_TWINS + charactersOf("euc-jp", 1, 84) + range(0x3000, 0x30ff) + range(0xff00, 0xffef);
/** The commonest level of GB 2312, and the syllables of KS X 1001: bold only, in which shops' names are written. */
const CHINESE_AND_KOREAN = charactersOf("gb2312", 16, 55) + charactersOf("euc-kr", 16, 40);
const CJK = { Regular: JAPANESE, Bold: JAPANESE + CHINESE_AND_KOREAN };

/** What letters need to stand together as they should; no small capitals, no swashes. */
const FEATURES =
  "kern liga clig calt ccmp locl mark mkmk init medi fina isol rlig akhn rphf blwf half pstf vatu cjct pres abvs blws psts haln abvm blwm nukt rkrf dist".split(
    " ",
  );

const FONTS = [
  ...["Regular", "Bold"].flatMap((weight) => [
    { from: `${DEBIAN.truetype}/NotoSans-${weight}.ttf`, to: `NotoSans-${weight}.ttf`, text: LATIN_GREEK_CYRILLIC + PUNCTUATION },
    { from: `${DEBIAN.truetype}/NotoSansArabic-${weight}.ttf`, to: `NotoSansArabic-${weight}.ttf`, text: ARABIC },
    {
      from: `${DEBIAN.truetype}/NotoSansHebrew-${weight}.ttf`,
      to: `NotoSansHebrew-${weight}.ttf`,
      text: range(0x590, 0x5ff) + range(0xfb1d, 0xfb4f),
    },
    { from: `${DEBIAN.truetype}/NotoSansThai-${weight}.ttf`, to: `NotoSansThai-${weight}.ttf`, text: range(0xe00, 0xe7f) },
    {
      from: `${DEBIAN.truetype}/NotoSansDevanagari-${weight}.ttf`,
      to: `NotoSansDevanagari-${weight}.ttf`,
      text: range(0x900, 0x97f) + range(0xa8e0, 0xa8ff),
    },
    // The first face of the collection is the Japanese one.
    { from: `${DEBIAN.opentype}/NotoSansCJK-${weight}.ttc`, to: `NotoSansCJKjp-${weight}.otf`, text: CJK[weight] },
  ]),
  ...readdirSync(WEB_FONTS)
    .filter((name) => name.endsWith(".woff2"))
    .map((name) => ({
      from: join(WEB_FONTS, name),
      to: name.replace(/-[0-9a-f]+\.woff2$/, ".ttf"),
      text: range(0x20, 0x24f) + PUNCTUATION,
    })),
];

/** The first face of a collection as a font of its own: a directory of tables, then the tables. */
function firstFace(bytes) {
  if (bytes.toString("latin1", 0, 4) !== "ttcf") return bytes;
  const face = bytes.readUInt32BE(12);
  const count = bytes.readUInt16BE(face + 4);
  const directory = Buffer.from(bytes.subarray(face, face + 12 + count * 16));
  const parts = [directory];
  let offset = directory.length;
  for (let entry = 12; entry < directory.length; entry += 16) {
    const [from, length] = [directory.readUInt32BE(entry + 8), directory.readUInt32BE(entry + 12)];
    const table = Buffer.alloc(Math.ceil(length / 4) * 4);
    bytes.copy(table, 0, from, from + length);
    parts.push(table);
    directory.writeUInt32BE(offset, entry + 8);
    offset += table.length;
  }
  return Buffer.concat(parts);
}

/** The characters a font has a shape for, from its table of segments. */
function* charactersIn(font) {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const cmap = font.readUInt32BE(tables.find((entry) => font.toString("latin1", entry, entry + 4) === "cmap") + 8);
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 12) {
      for (let group = 0; group < font.readUInt32BE(table + 12); group++) {
        const at = table + 16 + group * 12;
        for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code++) yield code;
      }
    } else if (format === 4) {
      const length = font.readUInt16BE(table + 6);
      for (let segment = 0; segment < length; segment += 2) {
        const last = font.readUInt16BE(table + 14 + segment);
        const first = font.readUInt16BE(table + 16 + length + segment);
        for (let code = first; code <= last && code < 0xffff; code++) if (hasGlyph(font, table, length, segment, code)) yield code;
      }
    }
  }
}

function hasGlyph(font, table, length, segment, code) {
  const first = font.readUInt16BE(table + 16 + length + segment);
  const offsetAt = table + 16 + 3 * length + segment;
  const offset = font.readUInt16BE(offsetAt);
  return offset === 0 || font.readUInt16BE(offsetAt + offset + (code - first) * 2) !== 0;
}

const covered = new Set();
for (const { from, to, text } of FONTS) {
  const bytes = await subsetFont(firstFace(readFileSync(from)), text, {
    targetFormat: "truetype",
    noHinting: true,
    keepFeatures: FEATURES,
  });
  writeFileSync(join(TARGET, to), bytes);
  for (const code of charactersIn(bytes)) covered.add(code);
  process.stdout.write(`${to}: ${bytes.length} bytes\n`);
}

// First and last of each run, each as the step from the bound before it.
const codes = [...covered].sort((a, b) => a - b);
const bounds = codes.flatMap((code) => [...(covered.has(code - 1) ? [] : [code]), ...(covered.has(code + 1) ? [] : [code])]);
const steps = bounds.map((bound, index) => bound - (bounds[index - 1] ?? 0));
writeFileSync(join(TARGET, "coverage.json"), `${JSON.stringify(steps)}\n`);
process.stdout.write(`${codes.length} characters\n`);
