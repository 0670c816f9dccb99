import { formatInstant, type Instant } from "#lib/shared/clock.ts";
import { recallNewsOffer } from "#lib/subscriptions/news-offer.ts";
import { utcDayOf, utcMidnightMs } from "#lib/tracking/calendar-day.ts";
import { pagePath } from "#lib/view/page-links.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import { viewMoment } from "#lib/view/view-moment.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { etagOf } from "./etag.ts";
import { type FoundParcel, findParcel, NOBODY_ELSE, type TrackingAddress } from "./find-parcel.ts";
import type { Form } from "./forms/form.ts";
import { formHeaders } from "./forms/form-headers.ts";
import { FORMS } from "./forms/forms.ts";
import { pageOrigin } from "./page-origin.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";

const SHARED = "public, max-age=0, s-maxage=60, stale-while-revalidate=300";

/**
 * The tracking page and its other forms: from a request's facts to status, headers and body, free of Next.
 * Nothing is rendered for a visitor who has this very answer already.
 */
export async function renderTrackingDocument(services: Services, facts: RequestFacts, address: TrackingAddress): Promise<DocumentAnswer> {
  const found = await findParcel(services, facts, address);
  return found.kind === "found" ? foundDocument(services, facts, found) : found.answer;
}

async function foundDocument(services: Services, facts: RequestFacts, parcel: FoundParcel): Promise<DocumentAnswer> {
  const { site, page, viewer } = parcel;
  const { merchant, style } = site;
  const form = FORMS[parcel.form];
  const { now, tag } = momentOf(form, page, services.runtime.clock.now());
  const newsOffer = form.asksForNews ? await recallNewsOffer(services.runtime, merchant.id) : null;
  const input: TrackingViewInput = { ...page, merchant, viewer, now, newsOffer };
  const canonicalPath = pagePath(page.tracker, site);
  const origin = pageOrigin(services.runtime.config, facts, site);
  const cacheControl = viewer.tier === "public" ? (form.sharedFor ?? SHARED) : NOBODY_ELSE;
  return {
    status: 200,
    headers: formHeaders(services, { form, site, lang: viewer.lang, cacheControl }),
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
function momentOf(form: Form, page: FoundParcel["page"], clockNow: Instant): { now: Instant; tag: readonly unknown[] } {
  const now = form.isOfTheDay ? formatInstant(utcMidnightMs(utcDayOf(clockNow))) : viewMoment(page.tracker, clockNow);
  return { now, tag: form.isOfTheDay ? [page.revision, now] : [page.revision, page.checkedAt, now] };
}
