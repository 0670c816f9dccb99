import { IMAGE_SCALE, IMAGE_WIDTH } from "#lib/view/image-link.ts";

/** How a parcel's image is asked for: `?w=`, `?x=`, and `?card=1` for the one that stands for a shared link. */
export interface ImageWish {
  /** In CSS pixels. */
  width: number;
  scale: number;
  isCard: boolean;
}

export const USUAL_IMAGE: ImageWish = { width: IMAGE_WIDTH.usual, scale: IMAGE_SCALE.usual, isCard: false };

/** What is no number is as usual, and what is too much the most there is. */
export function readImageWish(query: Pick<URLSearchParams, "get">): ImageWish {
  return {
    width: within(IMAGE_WIDTH, query.get("w")),
    scale: within(IMAGE_SCALE, query.get("x")),
    isCard: query.get("card") === "1",
  };
}

function within({ least, usual, most }: { least: number; usual: number; most: number }, asked: string | null): number {
  const digits = /^\d{1,6}$/.exec(asked?.trim() ?? "")?.[0];
  return digits === undefined ? usual : Math.min(Math.max(Number(digits), least), most);
}
