import type { HexColor } from "#lib/branding/oklch-color.ts";
import type { Raster } from "./raster.ts";
import type { Box } from "./scene.ts";

/** How far a point lies outside of an outline; less than nothing within. */
export type Distance = (x: number, y: number) => number;

/** What is of one colour, in CSS pixels. */
export interface Area {
  /** Beyond it there is nothing of the area. */
  bounds: Box;
  distance: Distance;
  /** Between these, columns are alike. */
  even: { from: number; to: number } | null;
  color: HexColor;
}

/** As many as anybody can tell apart at an edge: few shades make a small file. */
const SHADES = 32;

const OPAQUE = 0xff000000;

/** Paints an area over a part of `sheet` that is opaque. */
export function paintArea(sheet: Raster, { bounds, distance, even, color }: Area, scale: number): void {
  const words = wordsOf(sheet);
  const paint = wordOf(color);
  const [left, right] = pixelsWithin(bounds.x, bounds.width, scale, sheet.width);
  const [top, bottom] = pixelsWithin(bounds.y, bounds.height, scale, sheet.height);
  const [evenFrom, evenTo] = even ? [Math.ceil(even.from * scale), Math.min(right, Math.floor(even.to * scale))] : [right, right];
  for (let row = top; row < bottom; row++) {
    const start = row * sheet.width;
    for (let column = left, to = left; column < right; column = to) {
      to = column === evenFrom && column < evenTo ? evenTo : column + 1;
      const coverage = coverageAt(distance, column, row, scale);
      if (coverage === SHADES) words.fill(paint, start + column, start + to);
      else if (coverage > 0) for (let at = start + column; at < start + to; at++) words[at] = mix(words[at] ?? 0, paint, coverage / SHADES);
    }
  }
}

/** Leaves of the corners of `sheet`, which reach `corner` inwards, what is within the outline; beyond it one sees through. */
export function cutCorners(sheet: Raster, { distance, corner }: { distance: Distance; corner: number }, scale: number): void {
  const words = wordsOf(sheet);
  const side = Math.ceil(corner * scale);
  const ends = (length: number) => [...Array(Math.min(side, length)).keys()].flatMap((near) => [near, length - 1 - near]);
  const columns = ends(sheet.width);
  for (const row of ends(sheet.height)) {
    for (const column of columns) {
      const at = row * sheet.width + column;
      const opacity = Math.round((coverageAt(distance, column, row, scale) / SHADES) * 255);
      words[at] = opacity === 0 ? 0 : (((words[at] ?? 0) & ~OPAQUE) | (opacity << 24)) >>> 0;
    }
  }
}

/** Paints `ink` over a part of `sheet` that is opaque, from the whole pixel nearest to `at`; what reaches over an edge ends there. */
export function layOver(sheet: Raster, ink: Raster, at: { x: number; y: number }): void {
  const [below, above] = [wordsOf(sheet), wordsOf(ink)];
  const [left, top] = [Math.round(at.x), Math.round(at.y)];
  const [firstRow, lastRow] = [Math.max(0, -top), Math.min(ink.height, sheet.height - top)];
  const [firstColumn, lastColumn] = [Math.max(0, -left), Math.min(ink.width, sheet.width - left)];
  for (let row = firstRow; row < lastRow; row++) {
    let from = row * ink.width + firstColumn;
    let to = (top + row) * sheet.width + left + firstColumn;
    for (let column = firstColumn; column < lastColumn; column++, from++, to++) {
      const word = above[from] ?? 0;
      const opacity = Math.round(((word >>> 24) / 255) * SHADES);
      if (opacity > 0) below[to] = mix(below[to] ?? 0, word, opacity / SHADES);
    }
  }
}

export function wordOf(color: HexColor): number {
  const rgb = Number.parseInt(color.slice(1), 16);
  return (OPAQUE | ((rgb & 255) << 16) | (rgb & 0xff00) | (rgb >>> 16)) >>> 0;
}

/** A pixel as one number: opacity in its highest byte, red in its lowest. */
export function wordsOf({ data, width, height }: Raster): Uint32Array {
  const isAligned = data.byteOffset % 4 === 0;
  return isAligned ? new Uint32Array(data.buffer, data.byteOffset, width * height) : new Uint32Array(new Uint8Array(data).buffer);
}

/** In shades: what of a pixel lies within. */
function coverageAt(distance: Distance, column: number, row: number, scale: number): number {
  const outside = distance((column + 0.5) / scale, (row + 0.5) / scale) * scale;
  return Math.round(Math.min(1, Math.max(0, 0.5 - outside)) * SHADES);
}

function pixelsWithin(start: number, length: number, scale: number, most: number): [from: number, to: number] {
  return [Math.max(0, Math.floor(start * scale)), Math.min(most, Math.ceil((start + length) * scale))];
}

function mix(below: number, above: number, share: number): number {
  const channel = (shift: number) => {
    const from = (below >>> shift) & 255;
    return Math.round(from + (((above >>> shift) & 255) - from) * share) << shift;
  };
  return (OPAQUE | channel(16) | channel(8) | channel(0)) >>> 0;
}
