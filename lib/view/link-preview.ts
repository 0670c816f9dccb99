import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import { CARD_SIZE, cardPath, shopCardPath } from "./image-link.ts";
import { languageOf } from "./languages.ts";
import { type PageAddress, pagePath } from "./page-links.ts";
import type { PageView } from "./tracking-view.ts";
import type { Viewer } from "./tracking-view-input.ts";

/** One `<meta>` of those that messengers and social networks read; `name` where it is not of Open Graph. */
export type PreviewTag = { content: string } & ({ property: string } | { name: string });

export interface LinkPreviewPlace {
  /** Such as `https://parcels.fern.example`: previews are drawn elsewhere, where a path leads nowhere. */
  origin: string;
  pathPrefix: Viewer["pathPrefix"];
  /** Null for a page that is about none. */
  parcel: PageAddress | null;
}

/**
 * What a link to this page shows where it is shared. The same with and without a key, and leading to the public page: who was
 * sent a preview was not sent the key. X takes title, description and image from Open Graph's.
 */
export function buildLinkPreview(view: PageView, { origin, pathPrefix, parcel }: LinkPreviewPlace): PreviewTag[] {
  const { lang, title, brand, languages } = view;
  const isLookup = view.kind === "notice" && view.reason === "lookup";
  const path = parcel ? pagePath(parcel, { pathPrefix }) : isLookup ? pathPrefix || "/" : null;
  const image = parcel ? cardPath(parcel, { pathPrefix }, { lang, says: cardWords(view) }) : shopCardPath({ pathPrefix }, { lang });
  const property = (name: string, content: string): PreviewTag => ({ property: `og:${name}`, content });
  return [
    property("type", "website"),
    property("site_name", brand.name),
    property("title", title),
    property("description", pageDescription(view)),
    ...(path === null ? [] : [property("url", `${origin}${path}`)]),
    property("image", `${origin}${image}`),
    property("image:type", "image/png"),
    property("image:width", String(CARD_SIZE.width)),
    property("image:height", String(CARD_SIZE.height)),
    property("image:alt", title),
    property("locale", localeOf(lang)),
    ...languages.filter((other) => other.lang !== lang).map((other) => property("locale:alternate", localeOf(other.lang))),
    { name: "twitter:card", content: "summary_large_image" },
  ];
}

/** What a card says of a page, but for the moment it was drawn at. */
function cardWords(view: PageView): string[] {
  const steps = view.kind === "tracking" ? view.milestones : [];
  return [view.title, view.headline, ...steps.flatMap(({ label, state, time }) => [label, state, time?.dateTime ?? ""])];
}

/** Holds nothing private, and nothing that is true today only: previews are kept for months. */
export function pageDescription(view: PageView): string {
  return view.kind === "tracking" ? view.description : (view.paragraphs[0] ?? view.headline);
}

const locales = boundedMemo<string>(50);

/** `en_US`; a language without a country of its own is written as Facebook writes Arabic, `ar_AR`. */
function localeOf(lang: string): string {
  return locales(lang, () => {
    const { language, region } = new Intl.Locale(languageOf(lang).locales[0]);
    return `${language}_${region ?? language.toUpperCase()}`;
  });
}
