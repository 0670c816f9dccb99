import { type BrandColors, derivePalette } from "./derive-palette.ts";
import { contrastRatio, type HexColor } from "./oklch-color.ts";
import type { PaletteToken } from "./palette.ts";

const SHOWN = [
  "bg",
  "card",
  "ink",
  "muted",
  "line",
  "brand",
  "on-brand",
  "brand-soft",
  "accent",
  "on-accent",
] as const satisfies PaletteToken[];

/** What a small picture of a page is drawn with, and how well its words can be read. */
export interface LookSwatches {
  palette: Record<(typeof SHOWN)[number], HexColor>;
  /** The least contrast of its words with what they stand on. */
  contrast: number;
}

const WORDS = [
  ["ink", "bg"],
  ["muted", "card"],
  ["on-brand", "brand"],
  ["on-accent", "accent"],
] as const;

export function lookSwatches(colors: BrandColors): Record<"light" | "dark", LookSwatches> {
  const of = (scheme: "light" | "dark"): LookSwatches => {
    const { palette } = derivePalette(colors, scheme);
    const shown = Object.fromEntries(SHOWN.map((token) => [token, palette[token]])) as LookSwatches["palette"];
    return { palette: shown, contrast: Math.min(...WORDS.map(([front, surface]) => contrastRatio(palette[front], palette[surface]))) };
  };
  return { light: of("light"), dark: of("dark") };
}
