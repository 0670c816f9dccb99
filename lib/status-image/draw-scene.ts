import { drawShapes } from "./draw-shapes.ts";
import { encodePng } from "./encode-png.ts";
import { layOver } from "./paint.ts";
import type { Raster } from "./raster.ts";
import type { Scene } from "./scene.ts";

/** A scene as PNG, in one go. */
export function drawScene(scene: Scene, scale: number, logo: Raster | null): Uint8Array {
  const sheet = drawShapes(scene, scale);
  if (logo && scene.logo) layOver(sheet, logo, { x: scene.logo.x * scale, y: scene.logo.y * scale });
  for (const { x, y, block } of scene.texts) {
    if (block.ink) layOver(sheet, block.ink.raster, { x: x * scale, y: y * scale - block.ink.above });
  }
  return encodePng(sheet);
}
