import type { Pixels } from "#lib/branding/color-clusters.ts";
import { runDrawing } from "./run-drawing.ts";
import { sniffImage } from "./sniff-image.ts";

/** Enough to tell a logo's colours by. */
const SIDE = 96;

/** The pixels of an image of ours, made small; null where they cannot be read now. */
export async function readPixels(bytes: Uint8Array): Promise<Pixels | null> {
  const sniffed = sniffImage(bytes);
  if (sniffed.kind !== "image") return null;
  const read = await runDrawing({ kind: "pixels", side: SIDE, picture: { bytes, type: sniffed.type, crop: null } });
  return read.kind === "pixels" ? { data: read.data, width: read.width, height: read.height } : null;
}
