import { CARD_SIZE, CARD_WIDTHS, fitCard, IMAGE_SCALE, IMAGE_WIDTH } from "#lib/view/image-link.ts";
import type { LinkQuery } from "#lib/view/read-link-query.ts";

/** How a parcel's image is asked for: `?w=`, `?x=`, and `?card=1` for the one that stands for a shared link, of which there are few sizes. */
export interface ImageWish {
  /** In CSS pixels. */
  width: number;
  scale: number;
  isCard: boolean;
}

export const USUAL_IMAGE: ImageWish = { width: IMAGE_WIDTH.usual, scale: IMAGE_SCALE.usual, isCard: false };
export const USUAL_CARD: ImageWish = { width: CARD_SIZE.width, scale: 1, isCard: true };

const LEAST_CARD = Math.min(...CARD_WIDTHS);

/** What is too much is the most there is. */
export function readImageWish({ w, x, card }: Pick<LinkQuery, "w" | "x" | "card">): ImageWish {
  if (card === "1") return { ...USUAL_CARD, width: fitCard({ width: w === null ? null : Number(w), height: null })?.width ?? LEAST_CARD };
  return { width: within(IMAGE_WIDTH, w), scale: within(IMAGE_SCALE, x), isCard: false };
}

function within({ least, usual, most }: { least: number; usual: number; most: number }, asked: string | null): number {
  return asked === null ? usual : Math.min(Math.max(Number(asked), least), most);
}
