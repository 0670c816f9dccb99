import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import type { ImageView } from "#lib/view/image-view.ts";
import { drawScene } from "./draw-scene.ts";
import type { ImageLook } from "./image-look.ts";
import { type ImageSize, scaleOf } from "./image-size.ts";
import { layOutCard } from "./lay-out-card.ts";
import { layOutPlate } from "./lay-out-plate.ts";
import type { Raster } from "./raster.ts";
import { readLogo } from "./read-logo.ts";
import type { Box } from "./scene.ts";
import { createSetText } from "./set-text.ts";

/** All that decides an image's bytes, but for a logo's, whose address changes with them. */
export interface ImageSubject {
  view: ImageView;
  look: ImageLook;
  size: ImageSize;
}

/** As PNG. A logo that cannot be had is the shop's name instead; throws where nothing can be drawn. */
export async function drawStatusImage({ view, look, size }: ImageSubject, logoFile: Uint8Array | null): Promise<Uint8Array> {
  const scale = scaleOf(size);
  const set = createSetText({ font: look.font, scale });
  const layOut = (shown: ImageLook) => (size.kind === "card" ? layOutCard(view, shown, set) : layOutPlate(view, shown, size.width, set));
  const scene = await layOut(logoFile ? look : { ...look, logo: null });
  if (!logoFile || !look.logo || !scene.logo) return drawScene(scene, scale, null);
  const logo = await rasterOf(logoFile, look.logo, { box: scene.logo, scale });
  return logo ? drawScene(scene, scale, logo) : drawScene(await layOut({ ...look, logo: null }), scale, null);
}

/** As many as a handful of shops show in a day: some megabytes. */
const remember = boundedMemo<Promise<Raster | null>>(24);

/** A logo in the size it is shown in; null where it cannot be read. */
function rasterOf(
  bytes: Uint8Array,
  { url, width: ownWidth }: NonNullable<ImageLook["logo"]>,
  { box, scale }: { box: Box; scale: number },
): Promise<Raster | null> {
  const [width, height] = [box.width * scale, box.height * scale].map((side) => Math.max(1, Math.round(side))) as [number, number];
  return remember(`${url} ${width} ${height}`, () => readLogo({ bytes, width: ownWidth }, { width, height }).catch(() => null));
}
