import { type ColorCluster, clusterColors, type Pixels } from "./color-clusters.ts";
import { colorName } from "./color-name.ts";
import type { BrandColors } from "./derive-palette.ts";
import { type HexColor, type OklchColor, parseHexColor, toHexColor } from "./oklch-color.ts";

export interface Suggestion {
  colors: BrandColors;
  /** Why, in a sentence for the merchant. */
  reason: string;
  /** Those of its colours that the logo has. */
  fromLogo: HexColor[];
}

type Look = Omit<Suggestion, "fromLogo">;

interface Pick {
  hex: HexColor;
  color: OklchColor;
}

const MOST = 4;
const WHITE = "#ffffff";
/** For what has no colour: a logo in white leaves the brand to ink. */
const INK = pick("#1f2328");
const BLUE = pick("#2457d6");

/** From a logo's pixels, a colour of the shop's, or both: one to four looks, the best first; none where there is neither. Pure. */
export function suggestLook({ pixels, color }: { pixels?: Pixels; color?: string }): Suggestion[] {
  const clusters = pixels ? clusterColors(pixels) : [];
  const looks = distinct(listLooks(clusters, color === undefined ? null : pickOrNull(color))).slice(0, MOST);
  const inLogo = new Set(clusters.map(({ hex }) => hex));
  const findInLogo = ({ brand, accent }: BrandColors) => [brand, accent].flatMap((hex) => (hex !== null && inLogo.has(hex) ? [hex] : []));
  return looks.map((look) => ({ ...look, fromLogo: findInLogo(look.colors) }));
}

function listLooks(clusters: readonly ColorCluster[], own: Pick | null): Look[] {
  const vivid = byStrength(clusters.filter(isVivid));
  const leading = own ?? vivid[0] ?? clusters.find(({ color }) => color.l < 0.7) ?? (clusters.length > 0 ? INK : null);
  if (leading === null) return [];
  const second = vivid.find((other) => isApart(leading, other));
  const name = colorName(leading.color);
  const quiet: Look = { colors: { brand: leading.hex, accent: null, background: WHITE }, reason: `Quiet: ${name} alone, on white.` };
  if (leading.color.c < COLORLESS && !second) return [quiet, look(leading, BLUE, `Livelier: ${name}, with blue as the accent.`)];

  const dark = clusters.find((cluster) => cluster.color.l < 0.4 && !isVivid(cluster));
  const strong = dark && look(dark, leading, `Strong: your logo's ${colorName(dark.color)}, with ${name} as the accent.`);
  return [...pairUp(leading, second, own === null), quiet, ...(strong ? [strong] : [])];
}

/** Two colours of the shop's either way round; of one, its opposite. */
function pairUp(leading: Pick, second: Pick | undefined, isFromLogo: boolean): Look[] {
  const whose = isFromLogo ? "Your logo's" : "Your";
  const name = colorName(leading.color);
  if (!second) {
    const opposite = complement(leading.color);
    return [look(leading, opposite, `${whose} ${name}, with ${colorName(opposite.color)} from across the colour wheel as the accent.`)];
  }
  const other = colorName(second.color);
  return [
    look(leading, second, `${whose} ${name}, with ${isFromLogo ? "its" : "your logo's"} ${other} as the accent.`),
    look(second, leading, `The other way round: ${other}, with ${name} as the accent.`),
  ];
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
  if (one.c < COLORLESS) return true;
  const turn = Math.abs(((one.h - other.h + 540) % 360) - 180);
  return turn > 28 || Math.abs(one.l - other.l) > 0.25;
}

/** As colourful as the first, on the other side of the wheel; a little off, since exact opposites jar. */
function complement({ l, c, h }: OklchColor): Pick {
  return pick(toHexColor({ l: Math.min(0.75, Math.max(0.55, l)), c: Math.min(0.17, Math.max(0.1, c)), h: (h + 195) % 360 }));
}

function look(leading: Pick, accent: Pick, reason: string): Look {
  const { c, h } = leading.color;
  const background = toHexColor({ l: 0.98, c: Math.min(0.012, c * 0.12), h });
  return { colors: { brand: leading.hex, accent: accent.hex, background }, reason };
}

function distinct(looks: readonly Look[]): Look[] {
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
