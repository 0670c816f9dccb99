import { stableDigest } from "#lib/tracking/stable-digest.ts";
import { type PageAddress, pagePath } from "./page-links.ts";
import type { Viewer } from "./tracking-view-input.ts";

/** The widths an e-mail image is drawn in, in CSS pixels: a phone's screen to a mail's column. */
export const IMAGE_WIDTH = { least: 320, usual: 560, most: 640 } as const;
/** Pixels of the file for each one that is shown. */
export const IMAGE_SCALE = { least: 1, usual: 2, most: 2 } as const;
/** What those who preview links agree on. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;
/** The widths a card is drawn in: of each, the height is a whole number too. */
export const CARD_WIDTHS = [CARD_SIZE.width, 600, 400, 240] as const;

/** The largest card that goes into this room; null where none does. */
export function fitCard(most: { width: number | null; height: number | null }): { width: number; height: number } | null {
  const width = CARD_WIDTHS.find((each) => each <= (most.width ?? each) && cardHeight(each) <= (most.height ?? cardHeight(each)));
  return width === undefined ? null : { width, height: cardHeight(width) };
}

export function cardHeight(width: number): number {
  return (width / CARD_SIZE.width) * CARD_SIZE.height;
}

export interface ImageWish {
  width?: number;
  scale?: number;
  lang?: string | null;
  theme?: Viewer["theme"];
}

/** Path and query of a parcel's e-mail image. Never with a key: it shows what anybody may see. */
export function imagePath(address: PageAddress, viewer: Pick<Viewer, "pathPrefix">, { width, scale, lang, theme }: ImageWish = {}): string {
  const query = new URLSearchParams();
  if (width !== undefined && width !== IMAGE_WIDTH.usual) query.set("w", String(width));
  if (scale !== undefined && scale !== IMAGE_SCALE.usual) query.set("x", String(scale));
  if (lang) query.set("lang", lang);
  if (theme) query.set("theme", theme);
  return `${pagePath(address, viewer, "png")}${query.size === 0 ? "" : `?${query}`}`;
}

export interface CardWish extends Pick<ImageWish, "lang" | "width"> {
  /** What the card says: whoever keeps pictures by address fetches another once this is another. */
  says: readonly string[];
}

/** The picture that stands for a parcel's page where its link is shared. */
export function cardPath(address: PageAddress, viewer: Pick<Viewer, "pathPrefix">, { lang, width, says }: CardWish): string {
  const query = new URLSearchParams({ card: "1" });
  if (width !== undefined && width !== CARD_SIZE.width) query.set("w", String(width));
  if (lang) query.set("lang", lang);
  query.set("v", stableDigest(says));
  return `${pagePath(address, viewer, "png")}?${query}`;
}

/** The same for an address of a shop that is about no parcel. */
export function shopCardPath({ pathPrefix }: Pick<Viewer, "pathPrefix">, { lang }: Pick<ImageWish, "lang"> = {}): string {
  return `${pathPrefix}/card.png${lang ? `?lang=${encodeURIComponent(lang)}` : ""}`;
}
