import { type PageAddress, pagePath } from "./page-links.ts";
import type { Viewer } from "./tracking-view-input.ts";

/** In CSS pixels, where nobody says another; its height an embed says itself, once there is a script to listen. */
export const EMBED_SIZE = { width: 560, height: 440 } as const;

export function embedPath(address: PageAddress, viewer: Pick<Viewer, "pathPrefix">): string {
  return pagePath(address, viewer, "embed");
}

/** Where others ask how to show a page of ours on theirs. */
export function oembedHref(origin: string, path: string): string {
  return `${origin}/oembed?url=${encodeURIComponent(`${origin}${path}`)}`;
}

interface EmbeddedShop {
  /** Where its pages are. */
  origin: string;
  /** Its slug, where the address needs it. */
  merchant: string | null;
}

/** What a shop's own page needs to show a parcel; carrier and number are for whoever writes that page to fill in. */
export function embedSnippet({ origin, merchant }: EmbeddedShop): string {
  const shop = merchant === null ? "" : ` merchant="${merchant}"`;
  return `<script async src="${origin}/embed.js"></script>\n<waymark-tracker carrier="CARRIER" number="NUMBER"${shop}></waymark-tracker>`;
}
