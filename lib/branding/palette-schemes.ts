import type { OklchColor } from "./oklch-color.ts";

type Range = readonly [lowest: number, highest: number];
type Neutral = Pick<OklchColor, "l" | "c">;

export interface PaletteScheme {
  /** Where text goes to gain contrast. */
  textTowards: "black" | "white";
  background: {
    /** Lightness of a merchant's background that counts as meant for this scheme… */
    accepts: Range;
    /** …and where it is moved to, so that every text can be told from it. */
    keeps: Range;
    maxChroma: number;
    fallback: Neutral;
  };
  card: "white" | { above: number; atLeast: number };
  /** How far a filled area stands out from the page; dark on dark needs more to be noticed. */
  edge: number;
  /** On the map, by lightness. */
  landAboveWater: number;
  ink: Neutral;
  muted: Neutral;
  controlLine: Neutral;
  /** Lightness of strong text in the brand's hue. */
  deepText: number;
  tones: Record<"good" | "warn" | "bad", { text: OklchColor; soft: OklchColor }>;
}

/** Where each derivation starts. Contrast moves the text from here, so these are taste, not guarantees. */
export const PALETTE_SCHEMES: Record<"light" | "dark", PaletteScheme> = {
  light: {
    textTowards: "black",
    background: { accepts: [0.6, 1], keeps: [0.86, 1], maxChroma: 0.09, fallback: { l: 0.972, c: 0.006 } },
    card: "white",
    edge: 1.15,
    landAboveWater: -0.04,
    ink: { l: 0.23, c: 0.0195 },
    muted: { l: 0.5, c: 0.0185 },
    controlLine: { l: 0.64, c: 0.0185 },
    deepText: 0.34,
    tones: {
      good: { text: { l: 0.45, c: 0.1, h: 155 }, soft: { l: 0.962, c: 0.024, h: 155 } },
      warn: { text: { l: 0.479, c: 0.112, h: 60 }, soft: { l: 0.97, c: 0.029, h: 83 } },
      bad: { text: { l: 0.49, c: 0.17, h: 27 }, soft: { l: 0.957, c: 0.022, h: 22 } },
    },
  },
  dark: {
    textTowards: "white",
    background: { accepts: [0, 0.45], keeps: [0, 0.26], maxChroma: 0.05, fallback: { l: 0.17, c: 0.0106 } },
    card: { above: 0.043, atLeast: 0.2 },
    edge: 1.6,
    landAboveWater: 0.045,
    ink: { l: 0.967, c: 0.0095 },
    muted: { l: 0.727, c: 0.0266 },
    controlLine: { l: 0.5, c: 0.0168 },
    deepText: 0.9,
    tones: {
      good: { text: { l: 0.85, c: 0.13, h: 155 }, soft: { l: 0.285, c: 0.045, h: 155 } },
      warn: { text: { l: 0.877, c: 0.116, h: 80 }, soft: { l: 0.281, c: 0.042, h: 83 } },
      bad: { text: { l: 0.8, c: 0.1, h: 25 }, soft: { l: 0.285, c: 0.06, h: 22 } },
    },
  },
};
