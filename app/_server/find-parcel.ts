import { type PathForm, parseTrackingPath } from "#lib/carriers/tracking-path.ts";
import { loadTrackingPage, type TrackingPage } from "#lib/shipments/load-tracking-page.ts";
import type { Notice } from "#lib/view/build-notice-view.ts";
import { pagePath, viewerQuery } from "#lib/view/page-links.ts";
import type { Viewer } from "#lib/view/tracking-view-input.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { FORMS } from "./forms/forms.ts";
import { noticeDocument } from "./notice-document.ts";
import { choosePageLanguage } from "./page.ts";
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

/** A parcel, and who looks at it. */
export interface FoundParcel {
  site: Site;
  form: PathForm;
  page: TrackingPage & { kind: "found" };
  viewer: Viewer;
}

export type ParcelAtAddress = ({ kind: "found" } & FoundParcel) | { kind: "answered"; answer: DocumentAnswer };

export const NOBODY_ELSE = "private, no-store";
const REDIRECT = "public, max-age=86400";

/** The parcel at an address, behind all its doors, whatever is asked there; or what is answered in front of them. */
export async function findParcel(services: Services, facts: RequestFacts, address: TrackingAddress): Promise<ParcelAtAddress> {
  const { runtime, lookupLimit } = services;
  const site = await resolveSite(runtime, facts, address.merchant);
  const tell = async (notice: Notice): Promise<ParcelAtAddress> => ({
    kind: "answered",
    answer: await noticeDocument(services, facts, { site, notice }),
  });
  if (!site) return tell({ reason: "not_found" });
  const path = parseTrackingPath(address);
  if (path.kind === "unknown_carrier") return tell({ reason: "unknown_carrier" });
  if (path.kind === "malformed_number") return tell({ reason: "not_found" });

  const { trackingNumber, form } = path;
  const carrier = path.carrier.slug;
  const canonicalPath = pagePath({ carrier, trackingNumber }, site, form);
  if (facts.path !== canonicalPath && !FORMS[form].isAnySpelling) {
    const location = `${encodeURI(canonicalPath)}${viewerQuery(facts)}`;
    return { kind: "answered", answer: redirect(308, location, facts.key ? NOBODY_ELSE : REDIRECT) };
  }

  const wait = await lookupLimit({ client: facts.client, merchantId: site.merchant.id });
  if (wait !== null) return tell({ reason: "too_many", retryAfterSeconds: wait });
  const page = await loadTrackingPage(runtime, { merchantId: site.merchant.id, carrier, trackingNumber, key: facts.key });
  if (page.kind !== "found") return tell({ reason: "not_yet_known", carrier, trackingNumber });
  return { kind: "found", site, form, page, viewer: viewerOf(facts, site, page) };
}

function viewerOf(facts: RequestFacts, { merchant, pathPrefix }: Site, { tier, key }: FoundParcel["page"]): Viewer {
  const { lang, locale, isChosen } = choosePageLanguage(facts, merchant.brand);
  return { tier, lang, locale, theme: facts.theme, langIsChosen: isChosen, pathPrefix, key };
}
