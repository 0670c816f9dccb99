import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { buildTrackingPath, type PathForm } from "#lib/carriers/tracking-path.ts";
import type { Viewer } from "./tracking-view-input.ts";

export interface PageAddress {
  carrier: CarrierSlug;
  trackingNumber: string;
}

/** A page's address as this viewer writes it, without key or query. */
export function pagePath(
  { carrier, trackingNumber }: PageAddress,
  { pathPrefix }: Pick<Viewer, "pathPrefix">,
  form: PathForm = "page",
): string {
  return `${pathPrefix}${buildTrackingPath(carrier, trackingNumber, form)}`;
}

interface Kept extends Pick<Viewer, "key" | "theme"> {
  lang: string | null;
  /** False for a language that nobody asked for: it is found again without being named. */
  langIsChosen?: boolean;
}

/** What a viewer keeps on the way from page to page: the key of the page, a chosen language, an asked theme. */
export function viewerQuery({ key, lang, langIsChosen = true, theme }: Kept): string {
  const query = new URLSearchParams();
  if (key !== null) query.set("key", key);
  if (lang !== null && langIsChosen) query.set("lang", lang);
  if (theme !== null) query.set("theme", theme);
  return query.size === 0 ? "" : `?${query}`;
}

/** Where a shopper says what they are told of; the same on every host, since the token names shop and parcel. */
export const preferencesPath = (token: string) => `/preferences/${token}`;
export const unsubscribePath = (token: string) => `${preferencesPath(token)}/unsubscribe`;
export const confirmPath = (token: string) => `${preferencesPath(token)}/confirm`;
