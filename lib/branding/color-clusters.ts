import { type HexColor, type OklchColor, parseHexColor } from "./oklch-color.ts";

/** Red, green, blue and opacity in eight bits each, row by row. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** What a picture has of about one colour. */
export interface ColorCluster {
  /** The shade that most of it has, so that a flat colour is found exactly. */
  hex: HexColor;
  color: OklchColor;
  /** Of all there is to see, 0 to 1. */
  share: number;
}

interface Shade {
  hex: HexColor;
  color: OklchColor;
  lab: Lab;
  weight: number;
}

type Lab = readonly [l: number, a: number, b: number];

/** In Oklab: shades of one surface lie closer, two colours of one logo farther. */
const SAME_COLOR = 0.11;
/** Edges between two colours make a little of many that nobody chose. */
const LEAST_SHARE = 0.012;
/** Rarer shades than the most frequent of these decide nothing. */
const MOST_SHADES = 600;

/** The colours of a picture by how much there is of each. What is transparent counts as little as it is seen. */
export function clusterColors(pixels: Pixels): ColorCluster[] {
  const shades = listShades(pixels);
  const seeds: Shade[] = [];
  for (const shade of shades) if (!seeds.some((seed) => distance(seed.lab, shade.lab) < SAME_COLOR)) seeds.push(shade);
  const weights = new Map<Shade, number>();
  for (const shade of shades) {
    const nearest = seeds.reduce((best, seed) => (distance(seed.lab, shade.lab) < distance(best.lab, shade.lab) ? seed : best));
    weights.set(nearest, (weights.get(nearest) ?? 0) + shade.weight);
  }
  const total = shades.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from(weights, ([{ hex, color }, weight]) => ({ hex, color, share: weight / total }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || (a.hex < b.hex ? -1 : 1));
}

/** The most frequent first. Neighbouring values are one shade, called by the most frequent of them. */
function listShades({ data }: Pixels): Shade[] {
  const exact = new Map<number, number>();
  for (let index = 0; index + 3 < data.length; index += 4) {
    const [red = 0, green = 0, blue = 0, opacity = 0] = data.subarray(index, index + 4);
    if (opacity > 0) add(exact, (red << 16) | (green << 8) | blue, opacity);
  }
  const byWeight = ([one, weight]: [number, number], [other, otherWeight]: [number, number]) => otherWeight - weight || one - other;
  const shades = new Map<number, { value: number; weight: number }>();
  for (const [value, weight] of Array.from(exact).sort(byWeight)) {
    const key = value & 0xf8f8f8;
    shades.set(key, { value: shades.get(key)?.value ?? value, weight: (shades.get(key)?.weight ?? 0) + weight });
  }
  return Array.from(shades.values(), ({ value, weight }): [number, number] => [value, weight])
    .sort(byWeight)
    .slice(0, MOST_SHADES)
    .map(([value, weight]) => toShade(`#${value.toString(16).padStart(6, "0")}`, weight));
}

function add(counts: Map<number, number>, key: number, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

function toShade(hex: HexColor, weight: number): Shade {
  const color = parseHexColor(hex) ?? { l: 0, c: 0, h: 0 };
  const angle = (color.h * Math.PI) / 180;
  return { hex, color, weight, lab: [color.l, color.c * Math.cos(angle), color.c * Math.sin(angle)] };
}

function distance(one: Lab, other: Lab): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}
