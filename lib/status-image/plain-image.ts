import { CARD_SIZE } from "#lib/view/image-link.ts";
import type { ImageSubject } from "./draw-status-image.ts";
import { encodePng } from "./encode-png.ts";
import { scaleOf } from "./image-size.ts";

const PLATE_HEIGHT = 120;
const STRIPE = 6;

/** The shop's colours and not a word: for when letters cannot be drawn. Needs no library but the runtime's own. */
export function plainImage({ look, size }: Pick<ImageSubject, "look" | "size">): Uint8Array {
  const scale = scaleOf(size);
  const shown = size.kind === "card" ? CARD_SIZE : { width: size.width, height: PLATE_HEIGHT };
  const [width, height, stripe] = [shown.width, shown.height, STRIPE].map((side) => Math.round(side * scale)) as [number, number, number];
  const data = Buffer.alloc(width * height * 4, pixel(look.palette.card));
  data.fill(pixel(look.palette.brand), data.length - stripe * width * 4);
  return encodePng({ data, width, height });
}

const pixel = (hex: string) => Buffer.from(`${hex.slice(1)}ff`, "hex");
