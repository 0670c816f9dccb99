import type { ResizeOptions, Sharp } from "sharp";
import type { ImagePurpose } from "#lib/branding/image-purpose.ts";
import type { ImageFormat } from "#lib/db/schema.ts";
import { type Bitmap, findVisibleBox, isOpaque } from "./bitmap.ts";
import { fromBitmap, openSharp } from "./open-sharp.ts";
import { PURPOSES, type Step } from "./purposes.ts";

export interface DrawnImage {
  bytes: Uint8Array;
  format: ImageFormat;
  width: number;
  height: number;
}

/** Pixels → the smallest file that looks the same in the place it is meant for; null where there is nothing to see. */
export async function drawBitmap(bitmap: Bitmap, purpose: ImagePurpose): Promise<DrawnImage | null> {
  const visible = findVisibleBox(bitmap);
  if (visible === null) return null;
  const { isTrimmed, isSquare, steps } = PURPOSES[purpose];
  const shown = isTrimmed ? visible : { x: 0, y: 0, width: bitmap.width, height: bitmap.height };
  const whole = fromBitmap(await openSharp("png"), bitmap);
  const seen = whole.extract({ left: shown.x, top: shown.y, width: shown.width, height: shown.height });
  const flat = isOpaque(bitmap) && (!isSquare || shown.width === shown.height) ? seen.removeAlpha() : seen;

  const toFit = ({ width, height }: Step): ResizeOptions => {
    if (!isSquare) return { width, height, fit: "inside", withoutEnlargement: true };
    const side = Math.min(width, Math.max(shown.width, shown.height));
    return { width: side, height: side, fit: "contain", background: TRANSPARENT };
  };
  let drawn: DrawnImage | null = null;
  for (const step of steps) {
    drawn = await encodeSmallest(flat.clone().resize(toFit(step)), step);
    if (drawn.bytes.byteLength <= step.mostBytes) break;
  }
  return drawn;
}

const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 };

async function encodeSmallest(image: Sharp, { encoders }: Step): Promise<DrawnImage> {
  const candidates: DrawnImage[] = [];
  for (const { format, encode } of encoders) {
    const { data, info } = await encode(image.clone()).toBuffer({ resolveWithObject: true });
    candidates.push({ bytes: data, format, width: info.width, height: info.height });
  }
  return candidates.reduce((best, next) => (next.bytes.byteLength < best.bytes.byteLength ? next : best));
}
