import { contrastRatio, type HexColor } from "./oklch-color.ts";

/** Each is a CSS custom property of the page, `--wm-<token>`. */
export const PALETTE_TOKENS = [
  "bg",
  "card",
  "ink",
  "muted",
  "line",
  "control-line",
  "brand",
  "on-brand",
  "brand-ink",
  "brand-ui",
  "brand-soft",
  "on-brand-soft",
  "accent",
  "on-accent",
  "focus",
  "good",
  "good-soft",
  "warn",
  "warn-soft",
  "bad",
  "bad-soft",
  "map-water",
  "map-land",
  "header",
  "on-header",
  "header-muted",
] as const;

export type PaletteToken = (typeof PALETTE_TOKENS)[number];
export type Palette = Readonly<Record<PaletteToken, HexColor>>;

/** WCAG 2.2: 1.4.3 and 1.4.6 for text, 1.4.11 for what must be seen to use the page; an edge only has to be noticed. */
const MINIMUM = { longText: 7, text: 4.5, control: 3, edge: 1.15 } as const;
export type ContrastUse = keyof typeof MINIMUM;

const SOFT_SURFACES = ["brand-soft", "good-soft", "warn-soft", "bad-soft", "map-water", "map-land"] as const;

const DEMANDS: readonly { use: ContrastUse; front: readonly PaletteToken[]; on: readonly PaletteToken[] }[] = [
  { use: "longText", front: ["ink"], on: ["bg", "card", ...SOFT_SURFACES] },
  { use: "text", front: ["muted"], on: ["bg", "card", ...SOFT_SURFACES] },
  { use: "text", front: ["brand-ink"], on: ["bg", "card", "header", "brand-soft"] },
  { use: "longText", front: ["on-brand-soft"], on: ["brand-soft"] },
  // Also the focus ring inside a brand-coloured band: no single ring can stand out from white and from every brand at once.
  { use: "text", front: ["on-brand"], on: ["brand"] },
  { use: "text", front: ["on-accent"], on: ["accent"] },
  { use: "longText", front: ["on-header"], on: ["header"] },
  { use: "text", front: ["header-muted"], on: ["header"] },
  { use: "text", front: ["good"], on: ["bg", "card", "good-soft"] },
  { use: "text", front: ["warn"], on: ["bg", "card", "warn-soft"] },
  { use: "text", front: ["bad"], on: ["bg", "card", "bad-soft"] },
  { use: "control", front: ["brand-ui"], on: ["bg", "card", "brand-soft", "map-water", "map-land"] },
  { use: "control", front: ["control-line"], on: ["bg", "card"] },
  { use: "control", front: ["focus"], on: ["bg", "card", "header", "brand-soft", "warn-soft", "bad-soft"] },
  { use: "edge", front: ["brand", "accent"], on: ["bg", "card"] },
];

export interface ContrastRule {
  /** What is drawn, and what it is drawn on. */
  pair: readonly [front: PaletteToken, surface: PaletteToken];
  use: ContrastUse;
  minimum: number;
}

/** Every pair of colours that meet on a page, and the contrast they are promised: derivation, tests and the brand studio read this one table. */
export const CONTRAST_RULES: readonly ContrastRule[] = DEMANDS.flatMap(({ use, front, on }) =>
  front.flatMap((token) => on.map((surface) => ({ pair: [token, surface] as const, use, minimum: MINIMUM[use] }))),
);

export interface ContrastFinding extends ContrastRule {
  ratio: number;
  ok: boolean;
}

export function contrastReport(palette: Palette): ContrastFinding[] {
  return CONTRAST_RULES.map((rule) => {
    const ratio = contrastRatio(palette[rule.pair[0]], palette[rule.pair[1]]);
    return { ...rule, ratio, ok: ratio >= rule.minimum };
  });
}
