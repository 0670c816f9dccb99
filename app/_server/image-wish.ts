import { IMAGE_SCALE, IMAGE_WIDTH } from "#lib/view/image-link.ts";
import type { LinkQuery } from "#lib/view/read-link-query.ts";

/** How a parcel's image is asked for: `?w=`, `?x=`, and `?card=1` for the one that stands for a shared link. */
export interface ImageWish {
  /** In CSS pixels. */
  width: number;
  scale: number;
  isCard: boolean;
}

export const USUAL_IMAGE: ImageWish = { width: IMAGE_WIDTH.usual, scale: IMAGE_SCALE.usual, isCard: false };

/** What is too much is the most there is. */
export function readImageWish({ w, x, card }: Pick<LinkQuery, "w" | "x" | "card">): ImageWish {
  return { width: within(IMAGE_WIDTH, w), scale: within(IMAGE_SCALE, x), isCard: card === "1" };
}

function within({ least, usual, most }: { least: number; usual: number; most: number }, asked: string | null): number {
  return asked === null ? usual : Math.min(Math.max(Number(asked), least), most);
}
