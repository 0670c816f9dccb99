import { wordsOf } from "./paint.ts";
import type { Raster } from "./raster.ts";
import { createScratch } from "./scratch.ts";

/** Red, green, blue and opacity. */
export type Color = readonly [number, number, number, number];

export interface IndexedRaster {
  /** At most 256, those one can see through first. */
  colors: Color[];
  /** Which of them each shade has become. */
  indexOf: Uint8Array;
  /** Each pixel's shade; good until the next picture. */
  shadeOf: Uint16Array;
}

const MOST_COLORS = 256;

/**
 * The colours of a picture of flat areas and smooth edges. An area keeps its very colour; of an edge's many shades those nobody can tell
 * apart are one. What one can see through is never traded for what one cannot: a plate's corners stay clean on any background.
 */
export function choosePalette(raster: Raster): IndexedRaster {
  const { shades, counts, shadeOf } = listShades(wordsOf(raster));
  const order = groupAlike(shades, counts, shadeOf.length / AREA).sort(
    (one, other) => rank(shades[other.shade], other.count) - rank(shades[one.shade], one.count),
  );
  const kept = order.slice(0, MOST_COLORS).map(({ shade }) => shades[shade] ?? 0);
  const colors = kept.map(channelsOf).sort((one, other) => one[3] - other[3]);
  const indexOf = Uint8Array.from(shades, (shade) => nearest(channelsOf(shade), colors));
  return { colors, indexOf, shadeOf };
}

const TABLE_BITS = 17;
const MOST_SHADES = 1 << (TABLE_BITS - 1);

const table = new Int32Array(1 << TABLE_BITS);
const scratch = createScratch();

/** Every shade once and how many pixels have it; and the number of each pixel's. */
function listShades(words: Uint32Array): { shades: number[]; counts: number[]; shadeOf: Uint16Array } {
  const shadeOf = new Uint16Array(scratch(words.length * 2), 0, words.length);
  const shades: number[] = [];
  const counts: number[] = [];
  table.fill(-1);
  for (let from = 0, to = 0; from < words.length; from = to) {
    const word = words[from] ?? 0;
    for (to = from + 1; to < words.length && words[to] === word; ) to++;
    // What cannot be seen has no colour.
    const shade = word >>> 24 === 0 ? 0 : word;
    let slot = Math.imul(shade, 0x9e3779b1) >>> (32 - TABLE_BITS);
    while ((table[slot] ?? -1) >= 0 && shades[table[slot] ?? 0] !== shade) slot = (slot + 1) & ((1 << TABLE_BITS) - 1);
    let id = table[slot] ?? -1;
    if (id < 0) {
      if (shades.length >= MOST_SHADES) throw new Error("there are more shades than a picture of ours can have");
      id = shades.length;
      table[slot] = id;
      shades.push(shade);
      counts.push(0);
    }
    counts[id] = (counts[id] ?? 0) + to - from;
    if (to - from > LONG) shadeOf.fill(id, from, to);
    else for (let at = from; at < to; at++) shadeOf[at] = id;
  }
  return { shades, counts, shadeOf };
}

/** A run that is quicker filled than written. */
const LONG = 16;

/** An area is a thousandth of the picture at least. */
const AREA = 1000;

/** Shades that are neighbours in every channel, each group by its commonest; but every area by itself. */
function groupAlike(shades: readonly number[], counts: readonly number[], areaPixels: number): { shade: number; count: number }[] {
  const groups = new Map<number, { shade: number; most: number; count: number }>();
  for (const [index, shade] of shades.entries()) {
    const count = counts[index] ?? 0;
    const key = count >= areaPixels ? AREA_KEYS + index : shade & ALIKE;
    const group = groups.get(key);
    if (!group) groups.set(key, { shade: index, most: count, count });
    else {
      group.count += count;
      if (count > group.most) Object.assign(group, { shade: index, most: count });
    }
  }
  return [...groups.values()];
}

/** The bits that tell two shades apart: five of each colour, four of opacity. */
const ALIKE = 0xf0f8f8f8 | 0;
/** Beyond every shade. */
const AREA_KEYS = 2 ** 32;

function rank(shade: number | undefined, count: number): number {
  return (shade ?? 0) >>> 24 === 255 ? count : Number.MAX_SAFE_INTEGER;
}

const channelsOf = (shade: number): Color => [shade & 255, (shade >>> 8) & 255, (shade >>> 16) & 255, shade >>> 24];

function nearest([red, green, blue, alpha]: Color, colors: readonly Color[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < colors.length; index++) {
    const color = colors[index];
    if (!color) continue;
    const distance = (color[0] - red) ** 2 * 2 + (color[1] - green) ** 2 * 4 + (color[2] - blue) ** 2 + (color[3] - alpha) ** 2 * 8;
    if (distance < least) {
      least = distance;
      best = index;
      if (distance === 0) break;
    }
  }
  return best;
}
