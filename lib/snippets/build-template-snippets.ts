import type { Brand } from "#lib/branding/brand.ts";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { imagePath } from "#lib/view/image-link.ts";
import { chooseLanguage } from "#lib/view/languages.ts";
import { pagePath, viewerQuery } from "#lib/view/page-links.ts";
import { templateWords } from "#lib/view/snippet-words.ts";
import { drawHtml } from "./draw-html.ts";
import { drawJsonLd, type JsonLd } from "./draw-json-ld.ts";
import { drawText } from "./draw-text.ts";
import { type Pieces, writePieces } from "./pieces.ts";
import type { Platform, Wrapper } from "./platform.ts";
import { buildSnippetLook, PICTURE_WIDTH } from "./snippet-look.ts";
import type { Snippets } from "./snippets.ts";

export interface TemplateWish {
  platform: Platform;
  /** Null for the shop's own. */
  lang: string | null;
  theme: "light" | "dark" | null;
  /** `public`: the bare address, all that a carrier and a number tell. `private`: the link that the tool keeps. */
  link: "public" | "private";
}

interface Shop {
  brand: Brand;
  origin: string;
  pathPrefix: string;
}

/** The same for every parcel of a shop, with a mail tool's placeholders in it. */
export function buildTemplateSnippets(shop: Shop, { platform, lang: asked, theme, link }: TemplateWish): Snippets {
  const { brand, pathPrefix } = shop;
  const language = chooseLanguage(brand, { asked });
  const lang = language.isChosen ? language.lang : null;
  const publicPage = [...fill(shop, platform, pagePath(GAPS, { pathPrefix })), viewerQuery({ key: null, lang, theme: null })];
  const page: Pieces = link === "private" ? [{ placeholder: platform.privateLink.placeholder }] : publicPage;
  const image = fill(shop, platform, imagePath(GAPS, { pathPrefix }, { width: PICTURE_WIDTH, lang, theme }));
  const words = templateWords(language.lang, brand.name);
  return {
    html: wrap(platform.html, drawHtml({ words, look: buildSnippetLook(brand, theme), page, image })),
    text: wrap(platform.text, drawText({ words, page })),
    jsonLd: platform.json && wrap(platform.html, drawJsonLd(templateDelivery(brand, platform.json, page))),
    imageUrl: writePieces(image),
    pageUrl: writePieces(page),
  };
}

const wrap = ({ open, close }: Wrapper, text: string) => `${open}${text}${close}`;

/** Stand where carrier and number go; capital letters are in no slug. */
const GAPS = { carrier: "CARRIER" as CarrierSlug, trackingNumber: "NUMBER" };

function fill({ origin }: Shop, { carrier, number }: Platform, path: string): Pieces {
  const [before = "", after = ""] = path.split(`${GAPS.carrier}/${GAPS.trackingNumber}`);
  return [`${origin}${before}`, { placeholder: carrier }, "/", { placeholder: number }, after];
}

/** All that is known before a parcel is. */
function templateDelivery({ name, homeUrl }: Brand, { carrier, number }: NonNullable<Platform["json"]>, page: Pieces): JsonLd {
  return {
    "@context": "https://schema.org",
    "@type": "ParcelDelivery",
    trackingNumber: { placeholder: number },
    trackingUrl: { pieces: page },
    carrier: { "@type": "Organization", name: { placeholder: carrier } },
    partOfOrder: { "@type": "Order", merchant: { "@type": "Organization", name, url: homeUrl } },
  };
}
