import { renderDocument } from "#components/tracking/document/render-document.tsx";
import type { Carrier } from "#lib/carriers/catalog.ts";
import { buildTrackingPath, parseTrackingPath } from "#lib/carriers/tracking-path.ts";
import { loadTrackingPage, type TrackingPage } from "#lib/shipments/load-tracking-page.ts";
import { buildTrackingJson } from "#lib/view/build-tracking-json.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import { chooseLanguage } from "#lib/view/languages.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import { viewMoment } from "#lib/view/view-moment.ts";
import { type DocumentAnswer, HTML, JSON_TYPE } from "./document-answer.ts";
import { etagOf } from "./etag.ts";
import { noticeDocument } from "./notice-document.ts";
import { preloads } from "./preloads.ts";
import { queryOf, type RequestFacts } from "./request-facts.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Services } from "./services.ts";
import { resolveSite, type Site } from "./site.ts";

/** The address of a parcel, as the router read it. */
export interface TrackingAddress {
  /** From `/tracking/<merchant>/…`; null on a merchant's own host. */
  merchant: string | null;
  carrier: string;
  trackingNumber: string;
}

const SHARED = "public, max-age=0, s-maxage=60, stale-while-revalidate=300";
const NOBODY_ELSE = "private, no-store";
const REDIRECT = "public, max-age=86400";

/**
 * The tracking page and its `.json`: from a request's facts to status, headers and body, free of Next.
 * Nothing is rendered for a visitor who has this very answer already.
 */
export async function renderTrackingDocument(services: Services, facts: RequestFacts, address: TrackingAddress): Promise<DocumentAnswer> {
  const site = await resolveSite(services.runtime, facts, address.merchant);
  if (!site) return noticeDocument(services, facts, null, { reason: "not_found" });
  const path = parseTrackingPath(address);
  switch (path.kind) {
    case "unknown_carrier":
      return noticeDocument(services, facts, site, { reason: "unknown_carrier" });
    case "malformed_number":
      return noticeDocument(services, facts, site, { reason: "not_found" });
    case "redirect":
      return redirectTo(`${site.pathPrefix}${buildTrackingPath(path.carrier.slug, path.trackingNumber, path.form)}`, facts);
    case "canonical":
      return path.form === "page" || path.form === "json"
        ? answerFor(services, facts, site, { carrier: path.carrier, trackingNumber: path.trackingNumber, form: path.form })
        : noticeDocument(services, facts, site, { reason: "not_found" });
  }
}

interface Parcel {
  carrier: Carrier;
  trackingNumber: string;
  form: "page" | "json";
}

async function answerFor(services: Services, facts: RequestFacts, site: Site, parcel: Parcel): Promise<DocumentAnswer> {
  const { runtime, lookupLimit } = services;
  const wait = await lookupLimit({ clientAddress: facts.clientAddress, merchantId: site.merchant.id });
  if (wait !== null) return noticeDocument(services, facts, site, { reason: "too_many", retryAfterSeconds: wait });

  const page = await loadTrackingPage(runtime, {
    merchantId: site.merchant.id,
    carrier: parcel.carrier.slug,
    trackingNumber: parcel.trackingNumber,
    key: facts.key,
  });
  return page.kind === "found"
    ? foundDocument(services, facts, site, parcel, page)
    : noticeDocument(
        services,
        facts,
        site,
        { reason: "not_yet_known", carrier: parcel.carrier.slug, trackingNumber: parcel.trackingNumber },
        { form: parcel.form },
      );
}

function foundDocument(
  services: Services,
  facts: RequestFacts,
  site: Site,
  parcel: Parcel,
  page: TrackingPage & { kind: "found" },
): DocumentAnswer {
  const { merchant, pathPrefix, brandCss, brandCssHash } = site;
  const language = chooseLanguage({
    asked: facts.lang,
    acceptLanguage: facts.acceptLanguage,
    allowed: merchant.brand.allowedLanguages,
    defaultLanguage: merchant.brand.defaultLanguage,
  });
  const now = viewMoment(page.tracker, services.runtime.clock.now());
  const input = (): TrackingViewInput => ({
    merchant,
    tracker: page.tracker,
    routeMap: page.routeMap,
    checkedAt: page.checkedAt,
    updatedAt: page.updatedAt,
    order: page.order,
    viewer: {
      tier: page.tier,
      lang: language.lang,
      locale: language.locale,
      theme: facts.theme,
      langIsChosen: language.isChosen,
      pathPrefix,
      key: page.key,
    },
    now,
  });
  const bodies = {
    page: () =>
      renderDocument({
        view: buildTrackingView(input()),
        brandCss,
        assets: services.assets,
        theme: facts.theme,
        canonicalPath: `${pathPrefix}${buildTrackingPath(parcel.carrier.slug, parcel.trackingNumber)}`,
        robots: "noindex, nofollow",
      }),
    json: () => JSON.stringify({ ...buildTrackingJson(input()), view: buildTrackingView(input()) }),
  };
  return {
    status: 200,
    headers: {
      ...securityHeaders([brandCssHash]),
      "content-type": parcel.form === "page" ? HTML : JSON_TYPE,
      "content-language": language.lang,
      "cache-control": page.tier === "public" ? SHARED : NOBODY_ELSE,
      ...(parcel.form === "page" && { link: preloads(services, merchant.brand) }),
    },
    body: bodies[parcel.form],
    etag: etagOf(
      parcel.form,
      merchant.id,
      merchant.brandVersion,
      brandCssHash,
      page.revision,
      page.checkedAt,
      page.tier,
      page.key,
      language.locale,
      language.isChosen,
      facts.theme,
      pathPrefix,
      parcel.carrier.slug,
      parcel.trackingNumber,
      now,
      services.assets.css,
      services.assets.enhance,
      services.assets.freshness,
    ),
  };
}

function redirectTo(path: string, facts: RequestFacts): DocumentAnswer {
  return {
    status: 308,
    headers: {
      ...securityHeaders([]),
      location: `${encodeURI(path)}${queryOf(facts)}`,
      "cache-control": facts.key ? NOBODY_ELSE : REDIRECT,
    },
    body: null,
    etag: null,
  };
}
