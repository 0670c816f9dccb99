import { previewHtml } from "#lib/snippets/preview-html.ts";
import type { Snippets } from "#lib/snippets/snippets.ts";

/** A parcel's snippet as the console can show it: its picture comes from this host, whichever the shop's own is. */
export function previewOf({ html, imageUrl }: Pick<Snippets, "html" | "imageUrl">, merchant: string): { on: string; off: string } {
  const { pathname, search } = new URL(imageUrl);
  const here = pathname.startsWith("/tracking/") ? pathname : `/tracking/${merchant}${pathname}`;
  return {
    on: previewHtml(html, { from: imageUrl, to: `${here}${search}` }),
    off: previewHtml(html, { from: imageUrl, to: "" }),
  };
}
