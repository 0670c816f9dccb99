import type { Sharp, SharpConstructor } from "sharp";
import type { Bitmap } from "./bitmap.ts";
import type { ImageType } from "./sniff-image.ts";

const READERS: Readonly<Record<ImageType, string>> = {
  png: "VipsForeignLoadPng",
  jpeg: "VipsForeignLoadJpeg",
  gif: "VipsForeignLoadNsgif",
  webp: "VipsForeignLoadWebp",
  avif: "VipsForeignLoadHeif",
  svg: "VipsForeignLoadSvg",
};

/** For a process that reads one picture: no cache, one thread, and no reader but that of the type it was found to be. */
export async function openSharp(type: ImageType): Promise<SharpConstructor> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: [READERS[type]] });
  return sharp;
}

export function fromBitmap(sharp: SharpConstructor, { data, width, height }: Bitmap): Sharp {
  return sharp(data, { raw: { width, height, channels: 4 } });
}
