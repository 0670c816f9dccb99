import { openPen } from "./pen.ts";
import type { Raster } from "./raster.ts";

/** Enough for what we make of an upload, and for a drawing that is rendered for the size it is shown in. */
const MOST_PIXELS = 4_000_000;
const USUAL_DENSITY = 72;

export interface LogoFile {
  bytes: Uint8Array;
  /** In the size that `width` and `height` of its brand speak of. */
  width: number;
}

/** A logo's pixels in the size it is shown in. */
export async function readLogo(
  { bytes, width: ownWidth }: LogoFile,
  { width, height }: { width: number; height: number },
): Promise<Raster> {
  const sharp = await openPen();
  // Only a drawing has a density; anything else takes no notice.
  const density = Math.min(1200, Math.max(1, (USUAL_DENSITY * width) / ownWidth));
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, density })
    .resize({ width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)), fit: "inside" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
