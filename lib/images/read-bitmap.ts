import type { Region, Sharp } from "sharp";
import type { Crop } from "#lib/branding/image-purpose.ts";
import type { Bitmap } from "./bitmap.ts";
import { fromBitmap, openSharp } from "./open-sharp.ts";
import type { ImageType } from "./sniff-image.ts";

/** A picture to be read: its bytes, and what `sniffImage` found them to be. */
export interface Picture {
  bytes: Uint8Array;
  type: ImageType;
  crop: Crop | null;
}

export type BitmapRead =
  | { kind: "read"; bitmap: Bitmap }
  | { kind: "too_many_pixels"; width: number; height: number }
  | { kind: "crop_outside" };

type Size = Pick<Crop, "width" | "height">;

/** A picture's first frame as pixels in sRGB: upright, cropped, in a square of `side` at most. Throws where it cannot be read. */
export async function readBitmap({ bytes, type, crop }: Picture, side: number): Promise<BitmapRead> {
  const sharp = await openSharp(type);
  const { autoOrient: size } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (Math.max(size.width, size.height) > MOST_SIDE || size.width * size.height > MOST_PIXELS) return { kind: "too_many_pixels", ...size };
  const region = crop && overlap(crop, size);
  if (crop && !region) return { kind: "crop_outside" };

  const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).autoOrient();
  const fit = { width: side, height: side, fit: "inside" } as const;
  // Shapes have no size of their own, and are drawn in the one that is asked for.
  if (type === "svg") {
    const whole = await toBitmap(upright.resize(fit));
    const part = region && fromBitmap(sharp, whole).extract(enlarge(region, whole.width / size.width, whole));
    return { kind: "read", bitmap: part ? await toBitmap(part) : whole };
  }
  const part = region ? upright.extract(region) : upright;
  return { kind: "read", bitmap: await toBitmap(part.resize({ ...fit, withoutEnlargement: true })) };
}

/** Checked on what the file says of itself, before a pixel is unpacked. */
export const MOST_SIDE = 10_000;
export const MOST_PIXELS = 25_000_000;

async function toBitmap(image: Sharp): Promise<Bitmap> {
  const { data, info } = await image.toColourspace("srgb").ensureAlpha().raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function overlap(crop: Crop, size: Size): Region | null {
  const [left, top] = [Math.max(0, crop.x), Math.max(0, crop.y)];
  const width = Math.min(size.width, crop.x + crop.width) - left;
  const height = Math.min(size.height, crop.y + crop.height) - top;
  return width >= 1 && height >= 1 ? { left, top, width, height } : null;
}

function enlarge(region: Region, scale: number, size: Size): Region {
  const [left, top] = [Math.floor(region.left * scale), Math.floor(region.top * scale)];
  const width = Math.max(1, Math.min(size.width - left, Math.round(region.width * scale)));
  return { left, top, width, height: Math.max(1, Math.min(size.height - top, Math.round(region.height * scale))) };
}
