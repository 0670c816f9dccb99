import { escapeXml } from "#lib/shared/escape-xml.ts";
import { EMBED_SIZE, embedPath } from "./embed-link.ts";
import { EMBED_SANDBOX } from "./embed-sandbox.ts";
import { cardPath, fitCard } from "./image-link.ts";
import { legibleText } from "./legible-text.ts";
import { type PageAddress, viewerQuery } from "./page-links.ts";
import type { Viewer } from "./tracking-view-input.ts";
import { createTranslator } from "./translate.ts";

/** What oEmbed 1.0 calls a rich answer: <https://oembed.com>. */
export interface Oembed {
  version: "1.0";
  type: "rich";
  title: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  html: string;
  width: number;
  height: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

export interface OembedInput {
  title: string;
  shop: { name: string; origin: string; pathPrefix: string };
  address: PageAddress;
  viewer: Pick<Viewer, "lang" | "langIsChosen" | "theme">;
  /** Null for as much as there is. */
  most: { width: number | null; height: number | null };
}

const CACHE_SECONDS = 300;

/** The public embed, to be put into somebody's page as it is. No key goes in, so none can come out. */
export function buildOembed({ title, shop, address, viewer, most }: OembedInput): Oembed {
  const lang = viewer.langIsChosen ? viewer.lang : null;
  const width = Math.min(EMBED_SIZE.width, most.width ?? EMBED_SIZE.width);
  const height = Math.min(EMBED_SIZE.height, most.height ?? EMBED_SIZE.height);
  const thumbnail = fitCard(most);
  const attributes = {
    src: `${shop.origin}${embedPath(address, shop)}${viewerQuery({ key: null, lang, theme: viewer.theme })}`,
    title: createTranslator(viewer.lang)("embed.track_number", { number: address.trackingNumber }),
    width: String(width),
    height: String(height),
    sandbox: EMBED_SANDBOX,
    loading: "lazy",
    style: "border:0;max-width:100%",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(value)}"`);
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: shop.name,
    provider_url: `${shop.origin}${shop.pathPrefix || "/"}`,
    cache_age: CACHE_SECONDS,
    html: `<iframe ${written.join(" ")}></iframe>`,
    width,
    height,
    ...(thumbnail && {
      thumbnail_url: `${shop.origin}${cardPath(address, shop, { lang, width: thumbnail.width, says: [title] })}`,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
  };
}

export function oembedXml(oembed: Oembed): string {
  const elements = Object.entries(oembed).map(([name, value]) => `<${name}>${escapeXml(legibleText(String(value)))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${elements.join("")}</oembed>\n`;
}
