import { join } from "node:path";
import type { SharpConstructor } from "sharp";

/** By its place below the root: bundled, this file is somewhere else. */
export const ROOM = join(/* turbopackIgnore: true */ process.cwd(), "lib/status-image");

/** What is drawn here: our own shapes, and logos that were drawn anew when they were uploaded. */
const READERS = ["VipsForeignLoadSvg", "VipsForeignLoadPng", "VipsForeignLoadJpeg", "VipsForeignLoadWebp"];

let opened: Promise<SharpConstructor> | undefined;

/** The drawing library, with our own fonts and no others. One thread a picture: how many at a time is settled by whoever asks. */
export async function openPen(): Promise<SharpConstructor> {
  opened ??= open();
  const sharp = await opened;
  sharp.unblock({ operation: READERS });
  return sharp;
}

async function open(): Promise<SharpConstructor> {
  // Read once, when the first letter is drawn.
  process.env.FONTCONFIG_FILE = join(ROOM, "fonts/fonts.conf");
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ["VipsForeignLoad"] });
  return sharp;
}
