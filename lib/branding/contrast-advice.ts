import type { Brand, ThemeMode } from "./brand.ts";
import { ADJUSTMENT_REASONS, type Adjustment, derivePalette } from "./derive-palette.ts";
import type { HexColor } from "./oklch-color.ts";
import { type ContrastFinding, contrastReport, type PaletteToken } from "./palette.ts";

export type ColorName = keyof Brand["colors"];
export type Scheme = "light" | "dark";

/** One meeting of two colours on the page, in words. */
export interface ContrastLine {
  text: string;
  /** Of words, or of a shape. */
  isText: boolean;
  front: HexColor;
  surface: HexColor;
  /** As WCAG counts it, cut to one decimal: never more than is there. */
  ratio: string;
  minimum: number;
  isEnough: boolean;
}

/** What became of a colour that could not stay as it was given. */
export interface ColorChange {
  text: string;
  from: HexColor;
  to: HexColor;
  why: string;
}

export interface SchemeAdvice {
  scheme: Scheme;
  lines: ContrastLine[];
  changes: ColorChange[];
}

type Pair = `${PaletteToken} on ${PaletteToken}`;

/** Of all promised pairs, those by which a merchant can picture what a colour does. */
const LINES: Readonly<Record<ColorName, readonly (readonly [pair: Pair, text: string])[]>> = {
  brand: [
    ["on-brand on brand", "Words on buttons"],
    ["brand-ink on bg", "Links on the page"],
    ["brand-ui on card", "Progress on a card"],
  ],
  accent: [
    ["on-accent on accent", "Words on its button"],
    ["accent on card", "The button on its card"],
    ["focus on bg", "Focus ring on the page"],
  ],
  background: [
    ["ink on bg", "Text on the page"],
    ["muted on bg", "Small print on the page"],
    ["bad on bg", "Warnings on the page"],
  ],
};

const CHANGED: Partial<Record<PaletteToken, readonly [color: ColorName, text: string]>> = {
  bg: ["background", "The page"],
  brand: ["brand", "Buttons and bands"],
  "brand-ink": ["brand", "Links and words"],
  "brand-ui": ["brand", "Progress, lines and dots"],
  accent: ["accent", "The promotion's button"],
};

/** The looks a shopper can get to see. */
export function schemesOf(mode: ThemeMode): readonly [Scheme, ...Scheme[]] {
  return mode === "auto" ? ["light", "dark"] : [mode];
}

/** For each colour of a brand, which contrast it has on the page and what was changed to get there. Any input gives an answer. */
export function adviseContrast(colors: Brand["colors"], schemes: readonly Scheme[]): Record<ColorName, SchemeAdvice[]> {
  const looks = schemes.map((scheme) => {
    const { palette, adjustments } = derivePalette(colors, scheme);
    const findings = new Map(contrastReport(palette).map((finding) => [finding.pair.join(" on "), finding]));
    const lineOf = ([pair, text]: readonly [Pair, string]): ContrastLine[] => {
      const finding = findings.get(pair);
      return finding === undefined ? [] : [{ text, front: palette[finding.pair[0]], surface: palette[finding.pair[1]], ...said(finding) }];
    };
    return (name: ColorName): SchemeAdvice => ({
      scheme,
      lines: LINES[name].flatMap(lineOf),
      changes: adjustments.flatMap((adjustment) => changeOf(adjustment, name)),
    });
  });
  const advise = (name: ColorName) => looks.map((look) => look(name));
  return { brand: advise("brand"), accent: advise("accent"), background: advise("background") };
}

function said({ ratio, minimum, ok, use }: ContrastFinding) {
  return { isText: use === "text" || use === "longText", ratio: (Math.floor(ratio * 10) / 10).toFixed(1), minimum, isEnough: ok };
}

function changeOf({ token, from, to, reason }: Adjustment, name: ColorName): ColorChange[] {
  const [color, text] = CHANGED[token] ?? [];
  return color === name && text !== undefined ? [{ text, from, to, why: ADJUSTMENT_REASONS[reason] }] : [];
}
