import type { Crop } from "#lib/branding/image-purpose.ts";

/** Red, green, blue and opacity in eight bits each, row by row. */
export interface Bitmap {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Less opaque than this, nobody sees it; some programs leave such dust around a logo. */
const SEEN = 8;

/** The smallest box that holds every pixel there is to see; null where there is none. */
export function findVisibleBox({ data, width, height }: Bitmap): Crop | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * 4 + 3] ?? 0) < SEEN) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

export function isOpaque({ data }: Bitmap): boolean {
  for (let index = 3; index < data.length; index += 4) if (data[index] !== 255) return false;
  return true;
}
