const HEX = /#([\da-f]{6}|[\da-f]{3})(?![\da-f])/i;
const BARE_HEX = /^([\da-f]{6})$/i;
const RGB = /rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/i;

/** The first colour in what was pasted: `#1f5c46`, `1F5C46`, `rgb(31, 92, 70)`, or a line of a style sheet around them. */
export function readColorText(text: string): string | null {
  const hex = HEX.exec(text) ?? BARE_HEX.exec(text.trim());
  if (hex?.[1]) return `#${hex[1].length === 3 ? hex[1].replace(/./g, "$&$&") : hex[1]}`.toLowerCase();
  const [, ...channels] = RGB.exec(text) ?? [];
  const values = channels.map(Number);
  if (values.length !== 3 || values.some((value) => value > 255)) return null;
  return `#${values.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
