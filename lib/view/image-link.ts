import { type PageAddress, pagePath } from "./page-links.ts";
import type { Viewer } from "./tracking-view-input.ts";

/** The widths an e-mail image is drawn in, in CSS pixels: a phone's screen to a mail's column. */
export const IMAGE_WIDTH = { least: 320, usual: 560, most: 640 } as const;
/** Pixels of the file for each one that is shown. */
export const IMAGE_SCALE = { least: 1, usual: 2, most: 2 } as const;
/** What those who preview links agree on. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

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

/** The picture that stands for a parcel's page where its link is shared. */
export function cardPath(address: PageAddress, viewer: Pick<Viewer, "pathPrefix">, { lang }: Pick<ImageWish, "lang"> = {}): string {
  return `${pagePath(address, viewer, "png")}?card=1${lang ? `&lang=${encodeURIComponent(lang)}` : ""}`;
}

/** The same for an address of a shop that is about no parcel. */
export function shopCardPath({ pathPrefix }: Pick<Viewer, "pathPrefix">, { lang }: Pick<ImageWish, "lang"> = {}): string {
  return `${pathPrefix}/card.png${lang ? `?lang=${encodeURIComponent(lang)}` : ""}`;
}
