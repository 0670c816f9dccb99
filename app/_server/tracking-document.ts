import type { Carrier } from "#lib/carriers/catalog.ts";
import { parseTrackingPath } from "#lib/carriers/tracking-path.ts";
import { formatInstant, type Instant } from "#lib/shared/clock.ts";
import { loadTrackingPage, type TrackingPage } from "#lib/shipments/load-tracking-page.ts";
import { recallNewsOffer } from "#lib/subscriptions/news-offer.ts";
import { utcDayOf, utcMidnightMs } from "#lib/tracking/calendar-day.ts";
import { pagePath, viewerQuery } from "#lib/view/page-links.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import { viewMoment } from "#lib/view/view-moment.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { etagOf } from "./etag.ts";
import type { Form } from "./forms/form.ts";
import { formHeaders } from "./forms/form-headers.ts";
import { answersAnySpelling, FORMS, type FormName, hasForm } from "./forms/forms.ts";
import { noticeDocument } from "./notice-document.ts";
import { choosePageLanguage } from "./page.ts";
import { pageOrigin } from "./page-origin.ts";
import { redirect } from "./redirect.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";
import { resolveSite, type Site } from "./site.ts";

/** The address of a parcel, as the router read it. */
export interface TrackingAddress {
  /** From `/tracking/<merchant>/…`; null on a merchant's own host. */
  merchant: string | null;
  carrier: string;
  trackingNumber: string;
  /** From `…/embed/…`. */
  isEmbed?: boolean;
}

const SHARED = "public, max-age=0, s-maxage=60, stale-while-revalidate=300";
const NOBODY_ELSE = "private, no-store";
const REDIRECT = "public, max-age=86400";

/**
 * The tracking page and its other forms: from a request's facts to status, headers and body, free of Next.
 * Nothing is rendered for a visitor who has this very answer already.
 */
export async function renderTrackingDocument(services: Services, facts: RequestFacts, address: TrackingAddress): Promise<DocumentAnswer> {
  const site = await resolveSite(services.runtime, facts, address.merchant);
  if (!site) return noticeDocument(services, facts, null, { reason: "not_found" });
  const path = parseTrackingPath(address);
  if (path.kind === "unknown_carrier") return noticeDocument(services, facts, site, { reason: "unknown_carrier" });
  if (path.kind === "malformed_number") return noticeDocument(services, facts, site, { reason: "not_found" });

  const { carrier, trackingNumber, form } = path;
  const canonicalPath = pagePath({ carrier: carrier.slug, trackingNumber }, site, form);
  if (facts.path !== canonicalPath && !answersAnySpelling(form)) {
    return redirect(308, `${encodeURI(canonicalPath)}${viewerQuery(facts)}`, facts.key ? NOBODY_ELSE : REDIRECT);
  }
  if (!hasForm(form)) return noticeDocument(services, facts, site, { reason: "not_found" });
  return answerFor(services, facts, site, { carrier, trackingNumber, form });
}

type FoundPage = TrackingPage & { kind: "found" };

interface Parcel {
  carrier: Carrier;
  trackingNumber: string;
  form: FormName;
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
    : noticeDocument(services, facts, site, {
        reason: "not_yet_known",
        carrier: parcel.carrier.slug,
        trackingNumber: parcel.trackingNumber,
      });
}

async function foundDocument(
  services: Services,
  facts: RequestFacts,
  site: Site,
  parcel: Parcel,
  page: FoundPage,
): Promise<DocumentAnswer> {
  const { merchant, pathPrefix, style } = site;
  const { tier, key } = page;
  const form: Form = FORMS[parcel.form];
  const language = choosePageLanguage(facts, merchant.brand);
  const viewer = {
    tier,
    lang: language.lang,
    locale: language.locale,
    theme: facts.theme,
    langIsChosen: language.isChosen,
    pathPrefix,
    key,
  };
  const { now, tag } = momentOf(form, page, services.runtime.clock.now());
  const newsOffer = form.asksForNews ? await recallNewsOffer(services.runtime, merchant.id) : null;
  const input: TrackingViewInput = { ...page, merchant, viewer, now, newsOffer };
  const canonicalPath = pagePath(page.tracker, site);
  const origin = pageOrigin(services.runtime.config, facts, site);
  const cacheControl = tier === "public" ? (form.sharedFor ?? SHARED) : NOBODY_ELSE;
  return {
    status: 200,
    headers: formHeaders(services, { form, site, lang: language.lang, cacheControl }),
    body: () => form.drawParcel(services, { facts, site, input, canonicalPath, origin, version: page.version }),
    isCompressed: form.isCompressed ?? false,
    etag: etagOf(
      parcel.form,
      [origin, canonicalPath],
      [merchant.id, merchant.brandVersion, style.cssHash],
      tag,
      viewer,
      newsOffer,
      form.wishes?.(facts),
      services.assets,
    ),
  };
}

/** As of when a form is drawn, and what of time and news decides its bytes. */
function momentOf(form: Form, page: FoundPage, clockNow: Instant): { now: Instant; tag: readonly unknown[] } {
  const now = form.isOfTheDay ? formatInstant(utcMidnightMs(utcDayOf(clockNow))) : viewMoment(page.tracker, clockNow);
  return { now, tag: form.isOfTheDay ? [page.revision, now] : [page.revision, page.checkedAt, now] };
}
