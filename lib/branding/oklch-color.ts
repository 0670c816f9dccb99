import {
  clampChroma,
  converter,
  formatHex,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  type Oklch,
  useMode as registerMode,
  wcagContrast,
} from "culori/fn";

for (const mode of [modeRgb, modeLrgb, modeOklab, modeOklch]) registerMode(mode as typeof modeRgb);
const toOklch = converter("oklch");
const toOklab = converter("oklab");

/** Perceived lightness 0–1, chroma (0 is grey), hue in degrees. */
export interface OklchColor {
  l: number;
  c: number;
  h: number;
}

/** A colour as CSS takes it: `#` and six lower-case hex digits. Every ratio is computed on this rounded form, the one people see. */
export type HexColor = string;

const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** `null` for anything but `#rgb` or `#rrggbb`. */
export function parseHexColor(text: string): OklchColor | null {
  const color = HEX.test(text) ? toOklch(text) : undefined;
  return color ? { l: Math.min(1, color.l), c: color.c, h: color.h ?? 0 } : null;
}

/** The nearest colour a screen can show: lightness and hue stay, chroma gives way. */
export function toHexColor({ l, c, h }: OklchColor): HexColor {
  const color: Oklch = { mode: "oklch", l: Math.min(1, Math.max(0, l)), c: Math.max(0, c), h };
  return formatHex(clampChroma(color, "oklch"));
}

/** WCAG 2 contrast, 1 to 21. */
export function contrastRatio(one: HexColor, other: HexColor): number {
  return wcagContrast(one, other);
}

/** `amount` of `paint` stirred into `base`, in Oklab, so that hues do not wander. */
export function mixColors(base: OklchColor, paint: OklchColor, amount: number): OklchColor {
  const from = toOklab({ mode: "oklch", ...base });
  const to = toOklab({ mode: "oklch", ...paint });
  const blend = (a: number, b: number) => a + (b - a) * amount;
  const { l, c, h } = toOklch({ mode: "oklab", l: blend(from.l, to.l), a: blend(from.a, to.a), b: blend(from.b, to.b) });
  return { l, c, h: h ?? 0 };
}

/** Darkened at a constant hue, yellow turns to olive; painters go by way of gold, and so do we. */
export function withLightness(color: OklchColor, l: number): OklchColor {
  const yellowness = Math.max(0, 1 - Math.abs(color.h - 98) / 22);
  const darkened = Math.min(1, Math.max(0, color.l - l) / 0.4);
  return { l, c: color.c, h: color.h - 24 * yellowness * darkened };
}

export interface ContrastNeed {
  against: HexColor;
  minimum: number;
}

/** The first shade of `color` towards black or white that meets every need, starting with `color` itself; `null` when none does. */
export function fitContrast(color: OklchColor, towards: "black" | "white", needs: readonly ContrastNeed[]): HexColor | null {
  const end = towards === "black" ? 0 : 1;
  const steps = Math.max(1, Math.ceil(Math.abs(end - color.l) / 0.005));
  for (let step = 0; step <= steps; step++) {
    const hex = toHexColor(withLightness(color, color.l + ((end - color.l) * step) / steps));
    if (needs.every(({ against, minimum }) => contrastRatio(hex, against) >= minimum)) return hex;
  }
  return null;
}
