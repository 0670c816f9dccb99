import { pagePath, viewerQuery } from "./page-links.ts";
import { redact } from "./redact.ts";
import { type FailedWish, offerFor, subscribeForm } from "./subscribe-form.ts";
import type { SubscriptionPageView } from "./subscribe-view.ts";
import { type SubscriptionWords, subscriptionFrame } from "./subscription-frame.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";
import { createTranslator } from "./translate.ts";

/** What came of a wish to be told of a parcel. */
export type WishAnswer =
  /** Something typed could not be taken: the form once more. */
  { kind: "again" | "refused"; failed: FailedWish } | { kind: "to_confirm" | "subscribed" | "too_many" | "full" | "over" };

const WORDS: Readonly<Record<WishAnswer["kind"], SubscriptionWords>> = {
  again: { icon: "alert", tone: "attention", headline: "subscribe.again", text: "subscribe.again_text" },
  refused: { icon: "alert", tone: "attention", headline: "subscribe.refused", text: "subscribe.refused_text" },
  to_confirm: { icon: "mail", tone: "progress", headline: "subscribe.to_confirm", text: "subscribe.to_confirm_text" },
  subscribed: { icon: "check", tone: "good", headline: "subscribe.subscribed", text: "subscribe.subscribed_text" },
  too_many: { icon: "clock", tone: "muted", headline: "subscribe.too_many", text: "subscribe.too_many_text" },
  full: { icon: "alert", tone: "muted", headline: "subscribe.full", text: "subscribe.full_text" },
  over: { icon: "check", tone: "muted", headline: "subscribe.over", text: "subscribe.over_text" },
};

/** The answer to a form that was posted to a parcel's page; nothing in it tells of anybody but who sent it. */
export function buildWishAnswer(input: TrackingViewInput, answer: WishAnswer): SubscriptionPageView {
  const parcel = redact(input);
  const { viewer } = parcel;
  const t = createTranslator(viewer.lang);
  const offer = offerFor(parcel);
  const query = viewerQuery(viewer);
  return {
    ...subscriptionFrame({ merchant: parcel.merchant, viewer, words: WORDS[answer.kind], addressHint: "" }),
    form: "failed" in answer && offer ? subscribeForm(parcel, { t, offer, failed: answer.failed }) : null,
    link: { label: t("subscribe.back"), href: `${pagePath(parcel.tracker, viewer)}${query}` },
  };
}
