import { sampleInput } from "#lib/view/sample-input.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import { buildParcelSnippets } from "./build-parcel-snippets.ts";
import { buildTemplateSnippets, type TemplateWish } from "./build-template-snippets.ts";
import { PLATFORMS } from "./platforms.data.ts";

export const ORIGIN = "https://track.fern.example";
export const KEY = "0k1e2y3";

type Facts = NonNullable<Parameters<typeof sampleInput>[0]>;

/** As the recipient sees it. */
export function privateInput({ viewer, ...facts }: Facts = {}): TrackingViewInput {
  return sampleInput({ ...facts, viewer: { tier: "private", key: KEY, ...viewer } });
}

export const parcel = (facts?: Facts) => buildParcelSnippets(privateInput(facts), { origin: ORIGIN });

export function template({
  slug = "shopify",
  name = "Fern & Fable",
  ...rest
}: Partial<TemplateWish> & { slug?: string; name?: string } = {}) {
  const platform = PLATFORMS.find((each) => each.slug === slug);
  if (!platform) throw new Error(`There is no tool ${slug}.`);
  const { brand } = privateInput({ brand: { name } }).merchant;
  return buildTemplateSnippets({ brand, origin: ORIGIN, pathPrefix: "" }, { platform, lang: null, theme: null, link: "public", ...rest });
}

/** As the tool fills them in. */
export function withoutPlaceholders(html: string): string {
  return PLATFORMS.reduce((filled, { carrier, number }) => filled.replaceAll(carrier, "usps").replaceAll(number, "940"), html);
}

export const readJsonLd = (script: string) => JSON.parse(script.replace(/<\/?script[^>]*>/g, ""));

export function orderOf(titles: readonly (string | null)[]): TrackingViewInput["order"] {
  const { tracker } = privateInput();
  const items = titles.map((title, index) => ({ orderItemId: String(index), title, sku: "LS", quantity: 1 }));
  const here = { carrier: tracker.carrier, trackingNumber: tracker.trackingNumber, key: KEY, status: tracker.status };
  return { externalId: "28002-A", lineItems: items, parcels: [{ ...here, items, primary: true, isCurrent: true }] };
}
