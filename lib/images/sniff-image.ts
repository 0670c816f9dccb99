import { cutOut } from "./cut-out.ts";

export type ImageType = "png" | "jpeg" | "gif" | "webp" | "avif" | "svg";

type Sniffed = { kind: "image"; type: ImageType } | { kind: "other"; name: string } | { kind: "unknown" };

/** How a file begins, in hexadecimal. */
const IMAGES: readonly [ImageType, RegExp][] = [
  ["png", /^89504e470d0a1a0a/],
  ["jpeg", /^ffd8ff/],
  ["gif", /^474946383[79]61/],
  ["webp", /^52494646.{8}57454250/],
  // A box "ftyp" whose brands name "avif" or "avis".
  ["avif", /^000000..66747970(?:.{8}){0,12}617669(?:66|73)/],
];

/** What people upload for a picture, by the name they know it by. */
const OTHERS: readonly [name: string, RegExp][] = [
  ["a PDF", /^(?:0a|0d|20)*255044462d/],
  ["an EPS or Illustrator file", /^(?:25215053|c5d0d3c6)/],
  ["a Photoshop file", /^38425053/],
  ["a HEIC photo", /^.{8}66747970(?:.{8}){0,12}(?:686569|686576)/],
  ["a video", /^(?:.{8}66747970|1a45dfa3|52494646.{8}41564920)/],
  ["a TIFF picture", /^(?:49492a00|4d4d002a)/],
  ["a BMP picture", /^424d.{8}00000000/],
  ["a Windows icon", /^0000(?:01|02)00/],
  ["a ZIP or Office file", /^504b(?:0304|0506|0708)/],
];
const WEB_PAGE = /^\s*<(?:!doctype html|html|head|body|script)\b/i;

/** What a file is by what is in it; its name and what its sender calls it count for nothing. */
export function sniffImage(bytes: Uint8Array): Sniffed {
  const head = Buffer.from(bytes.subarray(0, 64)).toString("hex");
  const image = IMAGES.find(([, beginning]) => beginning.test(head));
  if (image) return { kind: "image", type: image[0] };
  const other = OTHERS.find(([, beginning]) => beginning.test(head));
  return other ? { kind: "other", name: other[0] } : sniffText(bytes);
}

/** By its first element, which may stand behind a licence of some length. */
function sniffText(bytes: Uint8Array): Sniffed {
  const text = new TextDecoder().decode(bytes.subarray(0, 64 * 1024));
  if (WEB_PAGE.test(text)) return { kind: "other", name: "a web page" };
  const [, element] = /<(?:[\w.-]+:)?([a-z][\w.-]*)/i.exec(cutOut(text, "<!--", "-->")) ?? [];
  return element === "svg" ? { kind: "image", type: "svg" } : { kind: "unknown" };
}
