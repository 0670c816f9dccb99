import { buildSamplePage, SAMPLE_PRIVATE_KEY, type SampleKey } from "#lib/demo/sample-pages.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import { buildMailView } from "#lib/view/build-mail-view.ts";
import { buildSmsText } from "#lib/view/build-sms-text.ts";
import { chooseLanguage } from "#lib/view/languages.ts";
import type { MailLinks, MailView, MessageKind } from "#lib/view/mail-view.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";

interface SampleMessage {
  /** In the console's words. */
  label: string;
  kind: MessageKind;
  topics: readonly NewsTopic[];
  parcel: SampleKey;
}

/** Every message there is, with an invented parcel that it suits. */
export const SAMPLE_MESSAGES = {
  shipped: { label: "Shipped", kind: "news", topics: ["shipped"], parcel: "in_transit" },
  out_for_delivery: { label: "Out for delivery", kind: "news", topics: ["out_for_delivery"], parcel: "out_for_delivery" },
  delivered: { label: "Delivered", kind: "news", topics: ["delivered"], parcel: "delivered" },
  needs_you: { label: "Needs the shopper", kind: "news", topics: ["needs_you"], parcel: "shopper_must_act" },
  collect: { label: "Ready to collect", kind: "news", topics: ["needs_you"], parcel: "available_for_pickup" },
  delayed: { label: "Delayed", kind: "news", topics: ["delayed"], parcel: "moved" },
  confirmation: { label: "Confirmation", kind: "confirmation", topics: [], parcel: "in_transit" },
} as const satisfies Record<string, SampleMessage>;

export type SampleMessageKey = keyof typeof SAMPLE_MESSAGES;
export const SAMPLE_MESSAGE_KEYS = Object.keys(SAMPLE_MESSAGES) as [SampleMessageKey, ...SampleMessageKey[]];

export interface WrittenSample {
  input: TrackingViewInput;
  view: MailView;
  sms: string;
}

/** What an SMS would lead to; a sample's parcel has no page. */
const SMS_LINK = "https://track.your-shop.com/usps/9405511899223197428490?key=8dkq0v1m5x7r2c9t4bnw6hz3jyeg5sfp";

/** A message as it would go out; `home` is the shop's own page, where its links lead, and `picture` the address of the parcel's. */
export function writeSample(
  merchant: TrackingViewInput["merchant"],
  { of, lang, now, home, picture }: { of: SampleMessageKey; lang: string | null; now: Instant; home: string; picture: string | null },
): WrittenSample {
  const { kind, topics, parcel } = SAMPLE_MESSAGES[of];
  const isNews = kind === "news";
  const tier = isNews ? "private" : "public";
  const chosen = chooseLanguage({ ...merchant.brand, allowedLanguages: [] }, { asked: lang });
  const viewer = { ...chosen, tier, theme: null, langIsChosen: false, pathPrefix: "", key: isNews ? SAMPLE_PRIVATE_KEY : null } as const;
  const input = { ...buildSamplePage(parcel, { now, tier }), merchant, viewer };
  const links: MailLinks = {
    page: home,
    image: isNews ? picture : null,
    preferences: isNews ? home : null,
    unsubscribe: isNews ? home : null,
    confirm: isNews ? null : home,
  };
  const sms = buildSmsText(input, { kind, topics, links: { page: SMS_LINK, confirm: isNews ? null : SMS_LINK } });
  return { input, view: buildMailView(input, { kind, topics, links }), sms };
}
