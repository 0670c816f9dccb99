import { loadNewsOffer } from "#lib/subscriptions/news-offer.ts";
import { readWish, type Wish } from "#lib/subscriptions/read-wish.ts";
import { type SubscribeOutcome, subscribe } from "#lib/subscriptions/subscribe.ts";
import { buildWishAnswer, type WishAnswer } from "#lib/view/build-wish-answer.ts";
import { type FailedWish, offerFor } from "#lib/view/subscribe-form.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import { viewMoment } from "#lib/view/view-moment.ts";
import type { DocumentAnswer } from "./document-answer.ts";
import { type FoundParcel, findParcel, type TrackingAddress } from "./find-parcel.ts";
import type { Posted } from "./form-route.ts";
import { noticeDocument } from "./notice-document.ts";
import type { RequestFacts } from "./request-facts.ts";
import type { Services } from "./services.ts";
import { subscriptionAnswer } from "./subscription-answer.ts";

/**
 * A form posted to a parcel's page: somebody wants its news. The same doors as before the page itself, and behind them the same answer
 * in public whoever's address it is.
 */
export async function renderSubscribeDocument(
  services: Services,
  facts: RequestFacts,
  { params, form }: Posted<TrackingAddress>,
): Promise<DocumentAnswer> {
  const found = await findParcel(services, facts, params);
  if (found.kind === "answered") return found.answer;
  if (found.form !== "page") return noticeDocument(services, facts, { site: found.site, notice: { reason: "not_found" } });
  return answerWish(services, facts, { ...found, posted: form });
}

interface Asked extends FoundParcel {
  posted: URLSearchParams;
}

async function answerWish(services: Services, facts: RequestFacts, asked: Asked): Promise<DocumentAnswer> {
  const { runtime, wishLimit } = services;
  const { site, page, viewer, posted } = asked;
  const { merchant, style } = site;
  const newsOffer = await loadNewsOffer(runtime, merchant.id);
  const input: TrackingViewInput = { ...page, merchant, viewer, now: viewMoment(page.tracker, runtime.clock.now()), newsOffer };
  const answer = (outcome: WishAnswer, retryAfterSeconds: number | null = null): DocumentAnswer =>
    subscriptionAnswer(services, facts, {
      style,
      view: buildWishAnswer(input, outcome),
      status: STATUSES[outcome.kind],
      retryAfterSeconds,
    });

  const offer = offerFor(input);
  if (offer === null) return answer({ kind: "over" });
  const wait = await wishLimit(facts.client);
  if (wait !== null) return answer({ kind: "too_many" }, wait);
  const read = readWish(posted, offer, page.tracker.destination?.country ?? null);
  if (read.kind === "wrong") return answer({ kind: "again", failed: read.failed });
  const outcomes = await takeWish(services, asked, read.wish);
  return answer(ANSWERS[worstOf(outcomes)](read.failed));
}

async function takeWish(
  { runtime }: Services,
  { site, page, viewer }: Asked,
  { addresses, topics, timeZone }: Wish,
): Promise<SubscribeOutcome["kind"][]> {
  const origin = viewer.tier === "private" ? "private_page" : "public_page";
  const wish = { merchantId: site.merchant.id, trackerId: page.trackerId, origin, topics, lang: viewer.lang, timeZone } as const;
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
  full: () => ({ kind: "full" }),
  over: () => ({ kind: "over" }),
};

const STATUSES: Readonly<Record<WishAnswer["kind"], number>> = {
  subscribed: 200,
  to_confirm: 200,
  again: 422,
  refused: 422,
  too_many: 429,
  // Who waits gains nothing.
  full: 409,
  over: 200,
};
