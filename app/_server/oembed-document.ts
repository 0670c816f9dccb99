import { parseTrackingPath, type TrackingPath } from "#lib/carriers/tracking-path.ts";
import { loadTrackingPage } from "#lib/shipments/load-tracking-page.ts";
import { buildNoticeView } from "#lib/view/build-notice-view.ts";
import { buildOembed, type Oembed, oembedXml } from "#lib/view/build-oembed.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import type { PageAddress } from "#lib/view/page-links.ts";
import { readLinkQuery } from "#lib/view/read-link-query.ts";
import type { Viewer } from "#lib/view/tracking-view-input.ts";
import { viewMoment } from "#lib/view/view-moment.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { etagOf } from "./etag.ts";
import { choosePageLanguage } from "./page.ts";
import { pageOrigin } from "./page-origin.ts";
import { PROBLEM_TYPE, problemBody } from "./problem.ts";
import type { RequestFacts } from "./request-facts.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Services } from "./services.ts";
import { resolveSite, type Site } from "./site.ts";
import { readStrayAddress } from "./stray-address.ts";

/** What oEmbed's consumers ask with. */
export interface OembedAsk {
  url: string | null;
  format: string | null;
  most: { width: number | null; height: number | null };
}

export function readOembedAsk(request: Pick<Request, "url">): OembedAsk {
  const { searchParams } = new URL(request.url);
  return {
    url: searchParams.get("url"),
    format: searchParams.get("format"),
    most: { width: readPixels(searchParams.get("maxwidth")), height: readPixels(searchParams.get("maxheight")) },
  };
}

function readPixels(text: string | null): number | null {
  return /^[1-9]\d{0,4}$/.test(text ?? "") ? Number(text) : null;
}

const FORMATS: ReadonlyMap<string, { contentType: string; write: (oembed: Oembed) => string }> = new Map([
  ["json", { contentType: "application/json; charset=utf-8", write: (oembed) => JSON.stringify(oembed) }],
  ["xml", { contentType: "text/xml; charset=utf-8", write: oembedXml }],
]);

/** Anybody's page may ask: there is nothing in an answer that its reader could not see for himself. */
const HEADERS = { ...securityHeaders([]), "access-control-allow-origin": "*" };

const REFUSALS = {
  400: "Say which page with ?url=",
  404: "No page of ours that others may show",
  429: "Asked too often",
  501: "We answer in json and in xml",
} as const;

/** What to show for a page's address, for sites that ask by oEmbed: always of the public page, whatever key came along. */
export async function renderOembed(services: Services, facts: RequestFacts, ask: OembedAsk): Promise<DocumentAnswer> {
  const format = FORMATS.get(ask.format ?? "json");
  if (!format) return refusal(501);
  if (!ask.url) return refusal(400);
  const asked = await findAsked(services, facts, ask.url);
  if (!asked) return refusal(404);
  const { site, address, wish } = asked;
  const wait = await services.lookupLimit({ client: facts.client, merchantId: site.merchant.id });
  if (wait !== null) return refusal(429, { "retry-after": String(wait) });

  const { merchant, pathPrefix } = site;
  const { lang, locale, isChosen } = choosePageLanguage({ ...facts, lang: wish.lang }, merchant.brand);
  const viewer: Viewer = { tier: "public", lang, locale, theme: wish.theme, langIsChosen: isChosen, pathPrefix, key: null };
  const oembed = buildOembed({
    title: await titleOf(services, site, address, viewer),
    shop: { name: merchant.brand.name, origin: pageOrigin(services.runtime.config, facts, site), pathPrefix },
    address,
    viewer,
    most: ask.most,
  });
  const body = format.write(oembed);
  const headers = { ...HEADERS, "content-type": format.contentType, "cache-control": `public, max-age=${oembed.cache_age}` };
  return { status: 200, headers, body: () => body, etag: etagOf(body) };
}

/** Null for whatever is not the page of a parcel here, or of a shop that lets nobody show it. */
async function findAsked({ runtime }: Services, facts: RequestFacts, text: string) {
  const url = URL.parse(text);
  const address = url && /^https?:$/.test(url.protocol) && url.host === facts.host.toLowerCase() && readStrayAddress(url.pathname);
  if (!address) return null;
  const site = await resolveSite(runtime, facts, address.merchant);
  const path = parseTrackingPath(address);
  if (!site || !isPage(path) || site.merchant.brand.embedOrigins.length === 0) return null;
  const { lang, theme } = readLinkQuery(url.search);
  return { site, address: { carrier: path.carrier.slug, trackingNumber: path.trackingNumber }, wish: { lang, theme } };
}

type ParsedPage = Extract<TrackingPath, { form: unknown }>;

function isPage(path: TrackingPath): path is ParsedPage {
  return (path.kind === "canonical" || path.kind === "redirect") && path.form === "page";
}

async function titleOf({ runtime }: Services, { merchant }: Site, address: PageAddress, viewer: Viewer): Promise<string> {
  const page = await loadTrackingPage(runtime, { ...address, merchantId: merchant.id, key: null });
  if (page.kind === "not_yet_known") return buildNoticeView({ merchant, viewer, notice: { reason: "not_yet_known", ...address } }).title;
  const now = viewMoment(page.tracker, runtime.clock.now());
  return buildTrackingView({ ...page, merchant, viewer, now }).title;
}

function refusal(status: keyof typeof REFUSALS, more: Record<string, string> = {}): DocumentAnswer {
  return {
    status,
    headers: { ...HEADERS, "content-type": PROBLEM_TYPE, "cache-control": "no-store", ...more },
    body: () => problemBody(status, REFUSALS[status], "See https://oembed.com"),
    etag: null,
  };
}
