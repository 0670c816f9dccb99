import { parseTrackingPath } from "#lib/carriers/tracking-path.ts";
import { loadTrackingPage, type TrackingPage } from "#lib/shipments/load-tracking-page.ts";
import { loadNewsOffer } from "#lib/subscriptions/news-offer.ts";
import { readWish, type Wish } from "#lib/subscriptions/read-wish.ts";
import { type SubscribeOutcome, subscribe } from "#lib/subscriptions/subscribe.ts";
import { buildWishAnswer, type WishAnswer } from "#lib/view/build-wish-answer.ts";
import { pagePath, viewerQuery } from "#lib/view/page-links.ts";
import { type FailedWish, offerFor } from "#lib/view/subscribe-form.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import { viewMoment } from "#lib/view/view-moment.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import type { Posted } from "./form-route.ts";
import { noticeDocument } from "./notice-document.ts";
import { choosePageLanguage } from "./page.ts";
import { redirect } from "./redirect.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";
import { resolveSite, type Site } from "./site.ts";
import { wishesTooOften } from "./subscribe-limit.ts";
import { subscriptionAnswer } from "./subscription-answer.ts";
import type { TrackingAddress } from "./tracking-document.ts";

const NOBODY_ELSE = "private, no-store";

/**
 * A form posted to a parcel's page: somebody wants its news. The same doors as before the page itself, and behind them the same answer
 * in public whoever's address it is.
 */
export async function renderSubscribeDocument(
  services: Services,
  facts: RequestFacts,
  { params, form }: Posted<TrackingAddress>,
): Promise<DocumentAnswer> {
  const { runtime, lookupLimit } = services;
  const site = await resolveSite(runtime, facts, params.merchant);
  if (!site) return noticeDocument(services, facts, null, { reason: "not_found" });
  const path = parseTrackingPath(params);
  if (path.kind === "unknown_carrier") return noticeDocument(services, facts, site, { reason: "unknown_carrier" });
  if (path.kind === "malformed_number" || path.form !== "page") return noticeDocument(services, facts, site, { reason: "not_found" });

  const { trackingNumber } = path;
  const carrier = path.carrier.slug;
  const canonicalPath = pagePath({ carrier, trackingNumber }, site);
  // The method stays, and so does what was typed.
  if (facts.path !== canonicalPath) return redirect(308, `${encodeURI(canonicalPath)}${viewerQuery(facts)}`, NOBODY_ELSE);
  const wait = await lookupLimit({ clientAddress: facts.clientAddress, merchantId: site.merchant.id });
  if (wait !== null) return noticeDocument(services, facts, site, { reason: "too_many", retryAfterSeconds: wait });
  const page = await loadTrackingPage(runtime, { merchantId: site.merchant.id, carrier, trackingNumber, key: facts.key });
  if (page.kind !== "found") return noticeDocument(services, facts, site, { reason: "not_yet_known", carrier, trackingNumber });
  return answerWish(services, facts, { site, page, form });
}

interface Asked {
  site: Site;
  page: TrackingPage & { kind: "found" };
  form: URLSearchParams;
}

async function answerWish(services: Services, facts: RequestFacts, { site, page, form }: Asked): Promise<DocumentAnswer> {
  const { runtime } = services;
  const { merchant, pathPrefix, style } = site;
  const { lang, locale, isChosen } = choosePageLanguage(facts, merchant.brand);
  const viewer = { tier: page.tier, lang, locale, theme: facts.theme, langIsChosen: isChosen, pathPrefix, key: page.key };
  const newsOffer = await loadNewsOffer(runtime, merchant.id);
  const input: TrackingViewInput = { ...page, merchant, viewer, now: viewMoment(page.tracker, runtime.clock.now()), newsOffer };
  const answer = async (outcome: WishAnswer): Promise<DocumentAnswer> =>
    subscriptionAnswer(services, facts, { style, view: buildWishAnswer(input, outcome), status: STATUSES[outcome.kind] });

  const offer = offerFor(input);
  if (offer === null) return answer({ kind: "over" });
  if (await wishesTooOften(runtime, facts.clientAddress)) return answer({ kind: "too_many" });
  const read = readWish(form, offer, page.tracker.destination?.country ?? null);
  if (read.kind === "wrong") return answer({ kind: "again", failed: read.failed });
  const outcomes = await takeWish(services, { ...read.wish, lang, site, page });
  return answer(ANSWERS[worstOf(outcomes)](read.failed));
}

async function takeWish(
  { runtime }: Services,
  { addresses, topics, timeZone, lang, site, page }: Wish & Pick<Asked, "site" | "page"> & { lang: string },
): Promise<SubscribeOutcome["kind"][]> {
  const origin = page.tier === "private" ? "private_page" : "public_page";
  const wish = { merchantId: site.merchant.id, trackerId: page.trackerId, origin, topics, lang, timeZone } as const;
  const outcomes: SubscribeOutcome["kind"][] = [];
  for (const address of addresses) outcomes.push((await subscribe(runtime, { ...wish, ...address })).kind);
  return outcomes;
}

/** Of two addresses, what went wrong with one is said; what must be done for one, too. */
const BY_WEIGHT = [
  "over",
  "full",
  "suppressed",
  "ended_by_shopper",
  "to_confirm",
  "subscribed",
] as const satisfies SubscribeOutcome["kind"][];
const worstOf = (outcomes: readonly SubscribeOutcome["kind"][]) => BY_WEIGHT.find((kind) => outcomes.includes(kind)) ?? "over";

const ANSWERS: Readonly<Record<SubscribeOutcome["kind"], (failed: FailedWish) => WishAnswer>> = {
  subscribed: () => ({ kind: "subscribed" }),
  to_confirm: () => ({ kind: "to_confirm" }),
  suppressed: (failed) => ({ kind: "refused", failed }),
  ended_by_shopper: (failed) => ({ kind: "refused", failed }),
  full: () => ({ kind: "too_many" }),
  over: () => ({ kind: "over" }),
};

const STATUSES: Readonly<Record<WishAnswer["kind"], number>> = {
  subscribed: 200,
  to_confirm: 200,
  again: 422,
  refused: 422,
  too_many: 429,
  over: 200,
};
