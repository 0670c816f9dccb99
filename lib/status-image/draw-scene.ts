import { drawShapes } from "./draw-shapes.ts";
import { encodePng } from "./encode-png.ts";
import { layOver } from "./lay-over.ts";
import { openPen } from "./pen.ts";
import type { Raster } from "./raster.ts";
import type { Scene } from "./scene.ts";

/** A scene as PNG. Text goes on by hand, since it covers little: to lay whole sheets over each other takes three times as long. */
export async function drawScene(scene: Scene, scale: number, logo: Raster | null): Promise<Uint8Array> {
  const sharp = await openPen();
  const { data, info } = await sharp(Buffer.from(drawShapes(scene, scale)))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const sheet: Raster = { data, width: info.width, height: info.height };
  if (logo && scene.logo) layOver(sheet, logo, { x: scene.logo.x * scale, y: scene.logo.y * scale });
  for (const { x, y, block } of scene.texts) {
    if (block.ink) layOver(sheet, block.ink.raster, { x: x * scale, y: y * scale - block.ink.above });
  }
  return encodePng(sheet);
}
