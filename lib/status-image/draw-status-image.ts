import type { ImageView } from "#lib/view/image-view.ts";
import { drawScene } from "./draw-scene.ts";
import type { ImageLook } from "./image-look.ts";
import { layOutCard } from "./lay-out-card.ts";
import { layOutPlate } from "./lay-out-plate.ts";
import { type LogoFile, readLogo } from "./read-logo.ts";
import { createSetText } from "./set-text.ts";

/** A card is of one size, a plate as wide as it is asked for. */
export type ImageSize = { kind: "plate"; width: number; scale: number } | { kind: "card" };

/** All that decides an image's bytes, but for a logo's, whose address changes with them. */
export interface ImageSubject {
  view: ImageView;
  look: ImageLook;
  size: ImageSize;
}

export type LoadLogo = (url: string) => Promise<Uint8Array | null>;

/** As PNG. A logo that cannot be had is the shop's name instead; throws where nothing can be drawn. */
export async function drawStatusImage({ view, look, size }: ImageSubject, loadLogo: LoadLogo): Promise<Uint8Array> {
  const file = look.logo && (await loadLogoFile(look.logo, loadLogo));
  const scale = size.kind === "card" ? 1 : size.scale;
  const set = createSetText({ font: look.font, scale });
  const layOut = (shown: ImageLook) => (size.kind === "card" ? layOutCard(view, shown, set) : layOutPlate(view, shown, size.width, set));
  const scene = await layOut(file ? look : { ...look, logo: null });
  if (!file || !scene.logo) return drawScene(scene, scale, null);
  const logo = await readLogo(file, { width: scene.logo.width * scale, height: scene.logo.height * scale }).catch(() => null);
  return logo ? drawScene(scene, scale, logo) : drawScene(await layOut({ ...look, logo: null }), scale, null);
}

async function loadLogoFile({ url, width }: NonNullable<ImageLook["logo"]>, loadLogo: LoadLogo): Promise<LogoFile | null> {
  const bytes = await loadLogo(url).catch(() => null);
  return bytes && { bytes, width };
}
