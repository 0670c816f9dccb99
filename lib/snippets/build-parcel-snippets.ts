import { imagePath } from "#lib/view/image-link.ts";
import { pagePath, viewerQuery } from "#lib/view/page-links.ts";
import { parcelWords } from "#lib/view/snippet-words.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import { drawHtml } from "./draw-html.ts";
import { drawJsonLd } from "./draw-json-ld.ts";
import { drawText } from "./draw-text.ts";
import { parcelDelivery } from "./parcel-delivery.ts";
import { buildSnippetLook, PICTURE_WIDTH } from "./snippet-look.ts";
import type { Snippets } from "./snippets.ts";

/** A parcel, ready for a mail to its recipient: every form leads to the page that the viewer's key opens, and shows the public picture. */
export interface ParcelSnippets extends Snippets {
  jsonLd: string;
}

/** `origin` is where the shop's pages are; everything else, the key among it, is the viewer's. */
export function buildParcelSnippets(input: TrackingViewInput, { origin }: { origin: string }): ParcelSnippets {
  const { tracker, viewer, merchant } = input;
  const lang = viewer.langIsChosen ? viewer.lang : null;
  const pageUrl = `${origin}${pagePath(tracker, viewer)}${viewerQuery({ ...viewer, theme: null })}`;
  const imageUrl = `${origin}${imagePath(tracker, viewer, { width: PICTURE_WIDTH, lang, theme: viewer.theme })}`;
  const words = parcelWords(input);
  const look = buildSnippetLook(merchant.brand, viewer.theme);
  return {
    html: drawHtml({ words, look, page: [pageUrl], image: [imageUrl] }),
    text: drawText({ words, page: [pageUrl] }),
    jsonLd: drawJsonLd(parcelDelivery(input, pageUrl)),
    imageUrl,
    pageUrl,
  };
}
