import {
  type ContrastNeed,
  contrastRatio,
  fitContrast,
  type HexColor,
  mixColors,
  type OklchColor,
  parseHexColor,
  toHexColor,
  withLightness,
} from "./oklch-color.ts";
import { CONTRAST_RULES, type Palette, type PaletteToken } from "./palette.ts";
import { PALETTE_SCHEMES, type PaletteScheme } from "./palette-schemes.ts";

/** Colours as a merchant gave them: hex of three or six digits. */
export interface BrandColors {
  brand: string;
  accent: string | null;
  background: string | null;
}

/** Why a colour differs from the one the merchant chose. */
export const ADJUSTMENT_REASONS = {
  text: "As text it was too faint on the page.",
  control: "As a line or dot it was too faint on the page.",
  edge: "As a filled area it could not be told from the page behind it.",
  background: "Text could not be read on it in every shade.",
  other_scheme: "It suits the other of light and dark; this one gets a background of its own.",
} as const;
export type AdjustmentReason = keyof typeof ADJUSTMENT_REASONS;

export interface Adjustment {
  token: PaletteToken;
  from: HexColor;
  to: HexColor;
  reason: AdjustmentReason;
}

export interface DerivedPalette {
  palette: Palette;
  adjustments: Adjustment[];
}

/** Used for a colour that is no hex colour, which `brandSchema` refuses: whatever was stored, there is a palette. */
const NEUTRAL_BLUE: OklchColor = { l: 0.45, c: 0.11, h: 255 };
const EXTREMES = { black: "#000000", white: "#ffffff" } as const;

/** A complete palette in which every one of `CONTRAST_RULES` holds, whatever the colours given. Pure; some milliseconds, so keep its result. */
export function derivePalette(colors: BrandColors, schemeName: "light" | "dark"): DerivedPalette {
  const scheme = PALETTE_SCHEMES[schemeName];
  const palette: Partial<Record<PaletteToken, HexColor>> = {};
  const given = parseHexColor(colors.brand) ?? NEUTRAL_BLUE;
  const givenAccent = parseHexColor(colors.accent ?? "");
  const givenBackground = parseHexColor(colors.background ?? "");

  /** Places a token: the shade nearest to `start` that meets every rule against what is placed already, and the wish too if one exists. */
  const place = (token: PaletteToken, start: OklchColor, wish: readonly ContrastNeed[] = []): HexColor => {
    const needs = CONTRAST_RULES.filter(({ pair }) => pair[0] === token).flatMap(({ pair, use, minimum }) => {
      const against = palette[pair[1]];
      return against === undefined ? [] : [{ against, minimum: use === "edge" ? scheme.edge : minimum }];
    });
    const towards = scheme.textTowards;
    const hex = fitContrast(start, towards, [...needs, ...wish]) ?? fitContrast(start, towards, needs) ?? EXTREMES[towards];
    palette[token] = hex;
    return hex;
  };
  const neutral = ({ l, c }: { l: number; c: number }): OklchColor => ({ l, c: Math.min(c, given.c * 0.27), h: given.h });

  const background = chooseBackground(givenBackground, given, scheme);
  const card = raiseCard(background, scheme);
  palette.bg = toHexColor(background);
  palette.card = toHexColor(card);
  palette.header = palette.card;

  const brandFill = place("brand", given);
  const brand = readPlaced(brandFill);
  const accentFill = place("accent", givenAccent ?? brand);
  palette["on-brand"] = chooseTextOn(brandFill, brand);
  palette["on-accent"] = chooseTextOn(accentFill, readPlaced(accentFill));

  // The closer a brand is to the card, the more of it a tint takes to be seen.
  const tint = 0.1 + Math.max(0, 0.55 - Math.abs(brand.l - card.l)) * 0.25;
  const soft = mixColors(card, brand, tint);
  palette["brand-soft"] = toHexColor(soft);
  palette["map-water"] = palette["brand-soft"];
  palette["map-land"] = toHexColor({ ...soft, l: soft.l + scheme.landAboveWater, c: soft.c * 1.4 });
  for (const tone of ["good", "warn", "bad"] as const) palette[`${tone}-soft`] = toHexColor(scheme.tones[tone].soft);

  const ink = place("ink", neutral(scheme.ink));
  palette["on-header"] = ink;
  palette["header-muted"] = place("muted", neutral(scheme.muted));
  palette.line = toHexColor(mixColors(card, readPlaced(ink), 0.1));
  place("control-line", neutral(scheme.controlLine));
  place("brand-ink", brand);
  place("brand-ui", brand);
  place("on-brand-soft", withLightness(brand, scheme.deepText));
  place("focus", givenAccent ?? brand, [{ against: brandFill, minimum: 3 }]);
  for (const tone of ["good", "warn", "bad"] as const) place(tone, scheme.tones[tone].text);

  const whole = palette as Palette;
  return { palette: whole, adjustments: listAdjustments(whole, given, givenAccent, givenBackground, scheme) };
}

function readPlaced(hex: HexColor): OklchColor {
  return parseHexColor(hex) ?? NEUTRAL_BLUE;
}

function suits(background: OklchColor, scheme: PaletteScheme): boolean {
  return scheme.background.accepts[0] <= background.l && background.l <= scheme.background.accepts[1];
}

/** The merchant's own where it suits the scheme, moved until text is readable on it; else a hint of their hue. */
function chooseBackground(given: OklchColor | null, brand: OklchColor, scheme: PaletteScheme): OklchColor {
  const { keeps, maxChroma, fallback } = scheme.background;
  if (given !== null && suits(given, scheme)) {
    return { l: Math.min(keeps[1], Math.max(keeps[0], given.l)), c: Math.min(given.c, maxChroma), h: given.h };
  }
  const tint = given !== null && given.c > 0.02 ? given : brand;
  return { l: fallback.l, c: Math.min(fallback.c, tint.c * 0.2), h: tint.h };
}

function raiseCard(background: OklchColor, scheme: PaletteScheme): OklchColor {
  if (scheme.card === "white") return { l: 1, c: 0, h: background.h };
  return { l: Math.max(scheme.card.atLeast, background.l + scheme.card.above), c: background.c * 1.3, h: background.h };
}

/** White where it can be read, else a near-black of the fill's hue, else the better of black and white: one always reaches 4.5. */
function chooseTextOn(fill: HexColor, { c, h }: OklchColor): HexColor {
  const tinted = toHexColor({ l: 0.18, c: Math.min(c, 0.02), h });
  const readable = ["#ffffff", tinted, "#000000"].find((text) => contrastRatio(text, fill) >= 4.5);
  return readable ?? "#ffffff";
}

function listAdjustments(
  palette: Palette,
  brand: OklchColor,
  accent: OklchColor | null,
  background: OklchColor | null,
  scheme: PaletteScheme,
): Adjustment[] {
  const candidates: [PaletteToken, OklchColor | null, AdjustmentReason][] = [
    ["bg", background, background !== null && suits(background, scheme) ? "background" : "other_scheme"],
    ["brand", brand, "edge"],
    ["accent", accent, "edge"],
    ["brand-ink", brand, "text"],
    ["brand-ui", brand, "control"],
  ];
  return candidates.flatMap(([token, chosen, reason]) => {
    const from = chosen === null ? palette[token] : toHexColor(chosen);
    return from === palette[token] ? [] : [{ token, from, to: palette[token], reason }];
  });
}
