import { type ColorCluster, clusterColors, type Pixels } from "./color-clusters.ts";
import { colorName } from "./color-name.ts";
import type { BrandColors } from "./derive-palette.ts";
import { type HexColor, type OklchColor, parseHexColor, toHexColor } from "./oklch-color.ts";

export interface Suggestion {
  colors: BrandColors;
  /** Why, in a sentence for the merchant. */
  reason: string;
}

interface Pick {
  hex: HexColor;
  color: OklchColor;
}

const MOST = 4;
const WHITE = "#ffffff";
const INK: Pick = pick("#1f2328");

/** From a logo's pixels, a colour of the shop's, or both: one to four looks, the best first; none where there is neither. Pure. */
export function suggestLook({ pixels, color }: { pixels?: Pixels; color?: string }): Suggestion[] {
  const clusters = pixels ? clusterColors(pixels) : [];
  const vivid = byStrength(clusters.filter(isVivid));
  const own = color === undefined ? null : pickOrNull(color);
  const leading = own ?? vivid[0] ?? clusters.find(({ color }) => color.l < 0.7);
  if (leading === undefined) return clusters.length > 0 ? plain(INK) : [];
  if (leading.color.c < COLORLESS) return plain(leading);

  const second = vivid.find((other) => isApart(leading, other));
  const from = own === null ? "Your logo's" : "Your";
  const name = colorName(leading.color);
  const looks: Suggestion[] = [];
  if (second) {
    const other = colorName(second.color);
    const whose = own === null ? "its" : "your logo's";
    looks.push(look(leading, second, `${from} ${name}, with ${whose} ${other} as the accent.`));
    looks.push(look(second, leading, `The other way round: ${other}, with ${name} as the accent.`));
  } else {
    const opposite = complement(leading.color);
    looks.push(look(leading, opposite, `${from} ${name}, with ${colorName(opposite.color)} from across the colour wheel as the accent.`));
  }
  looks.push({ colors: { brand: leading.hex, accent: null, background: WHITE }, reason: `Quiet: ${name} alone, on white.` });
  const dark = clusters.find((cluster) => cluster.color.l < 0.4 && !isVivid(cluster));
  if (dark) looks.push(look(dark, leading, `Strong: your logo's ${colorName(dark.color)}, with ${name} as the accent.`));
  return distinct(looks).slice(0, MOST);
}

/** Fainter than this it has no hue to speak of. */
const COLORLESS = 0.035;

/** Neither paper nor ink. */
function isVivid({ color }: ColorCluster): boolean {
  return color.c >= COLORLESS && color.l > 0.2 && color.l < 0.97;
}

/** A strong colour strikes the eye more than a pale one that there is more of. */
function byStrength(clusters: readonly ColorCluster[]): ColorCluster[] {
  const strength = ({ color, share }: ColorCluster) => Math.sqrt(share) * (0.05 + color.c) * (color.l > 0.85 ? 0.5 : 1);
  return clusters.toSorted((a, b) => strength(b) - strength(a));
}

function isApart({ color: one }: Pick, { color: other }: Pick): boolean {
  const turn = Math.abs(((one.h - other.h + 540) % 360) - 180);
  return turn > 28 || Math.abs(one.l - other.l) > 0.25;
}

/** As colourful as the first, on the other side of the wheel; a little off, for the very opposite of green is nobody's taste. */
function complement({ l, c, h }: OklchColor): Pick {
  return pick(toHexColor({ l: Math.min(0.75, Math.max(0.55, l)), c: Math.min(0.17, Math.max(0.1, c)), h: (h + 195) % 360 }));
}

function look(leading: Pick, accent: Pick, reason: string): Suggestion {
  const { c, h } = leading.color;
  const background = toHexColor({ l: 0.98, c: Math.min(0.012, c * 0.12), h });
  return { colors: { brand: leading.hex, accent: accent.hex, background }, reason };
}

/** For a logo without a colour: what it is drawn in, and a colour it can bear. */
function plain(leading: Pick): Suggestion[] {
  const brand = leading.color.l > 0.6 ? INK : leading;
  const name = colorName(brand.color);
  const blue = pick("#2457d6");
  return [
    { colors: { brand: brand.hex, accent: null, background: WHITE }, reason: `Quiet: ${name} alone, on white.` },
    look(brand, blue, `Livelier: ${name}, with blue as the accent.`),
  ];
}

function distinct(looks: readonly Suggestion[]): Suggestion[] {
  const keys = looks.map(({ colors }) => `${colors.brand} ${colors.accent}`);
  return looks.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

function pick(hex: HexColor): Pick {
  return { hex, color: parseHexColor(hex) ?? { l: 0, c: 0, h: 0 } };
}

function pickOrNull(text: string): Pick | null {
  const color = parseHexColor(text);
  return color && { hex: text.toLowerCase(), color };
}
