import { CARD_SIZE } from "#lib/view/image-link.ts";

/** A card is one picture in several sizes, a plate is laid out for the width it is asked for. */
export type ImageSize = { kind: "plate"; width: number; scale: number } | { kind: "card"; width: number };

/** Pixels of the file for each one that it is laid out in. */
export function scaleOf(size: ImageSize): number {
  return size.kind === "card" ? size.width / CARD_SIZE.width : size.scale;
}
