import type { FontFamily } from "#lib/branding/brand.ts";
import { escapeXml } from "#lib/shared/escape-xml.ts";
import { drawableText } from "./drawable-text.ts";
import { openPen } from "./pen.ts";
import type { SetText, TextBlock, TextBox, TextStyle } from "./scene.ts";

/** As the files beside fonts.conf call themselves. */
const HEADINGS: Readonly<Record<FontFamily, string>> = {
  system: "Noto Sans Bold",
  fraunces: "Fraunces SemiBold,Noto Sans Bold",
  bitter: "Bitter Thin,Noto Sans Bold",
  manrope: "Manrope ExtraLight,Noto Sans Bold",
  "space-grotesk": "Space Grotesk Light SemiBold,Noto Sans Bold",
  nunito: "Nunito ExtraLight ExtraBold,Noto Sans Bold",
};

/** Sets text for a file that has `scale` pixels for each one in CSS. */
export function createSetText({ font, scale }: { font: FontFamily; scale: number }): SetText {
  const faces = { heading: HEADINGS[font], bold: "Noto Sans Bold", regular: "Noto Sans" };
  return async (text, style, box) => {
    const shown = drawableText(text);
    if (shown === "") return { style, width: 0, height: 0, lines: 0, ink: null };
    return setLines(shown, style, box, { font: faces[style.face], scale });
  };
}

/**
 * A text comes back cut to its ink, with which no line can be put on its place. So a bar that nobody sees, a tenth of a pixel or so wide,
 * stands on a line of its own above and below: between the two every line has the same height, and begins at the same edge.
 */
async function setLines(
  text: string,
  style: TextStyle,
  box: TextBox,
  { font, scale }: { font: string; scale: number },
): Promise<TextBlock> {
  const sharp = await openPen();
  const leading = Math.round(style.leading * scale);
  const own = box.isName ? (directionOf(text) ?? box.dir) : box.dir;
  const mark = own === "rtl" ? "\u200f" : "\u200e";
  const bar = `<span font="Noto Sans ${BAR}" fgalpha="1">${mark}|</span>`;
  const markup = `<span line_height="${leading * 1024}">${bar}\n<span foreground="${style.color}">${mark}${escapeXml(text)}</span>\n${bar}</span>`;
  const { data, info } = await sharp({
    text: {
      text: markup,
      font: `${font} ${style.size * scale}`,
      dpi: 72,
      rgba: true,
      width: Math.max(1, Math.round(box.width * scale)),
      wrap: box.keepsWords ? "word" : "word-char",
      align: own === box.dir ? "left" : "right",
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const lines = Math.max(1, Math.round((info.height - BAR) / leading) - 1);
  return {
    style,
    width: info.width / scale,
    height: (lines * leading) / scale,
    lines,
    ink: { raster: { data, width: info.width, height: info.height }, above: leading / 2 + BAR * BAR_TOP },
  };
}

/** The bar's size, and how far above the middle of its line it begins, in sizes. */
const BAR = 2;
const BAR_TOP = 0.37;

const STRONG = /(?<rtl>[\p{Script=Arabic}\p{Script=Hebrew}])|\p{L}/u;

function directionOf(text: string): "ltr" | "rtl" | null {
  const found = STRONG.exec(text);
  return found && (found.groups?.rtl === undefined ? "ltr" : "rtl");
}
