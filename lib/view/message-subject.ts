import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import { SUBSTATUSES } from "#lib/tracking/substatus.ts";
import { dayText } from "./format-time.ts";
import type { MessageKey } from "./languages.ts";
import type { MessageKind } from "./mail-view.ts";
import { mainTopic } from "./main-topic.ts";
import type { Redacted } from "./redact.ts";
import type { Voice } from "./voice.ts";

interface About {
  kind: MessageKind;
  topics: readonly NewsTopic[];
}

/** What a message is about, in one line that anybody may read over a shoulder. */
export function messageSubject(parcel: Redacted, voice: Voice, about: About): string {
  const { kind, topics } = about;
  if (kind === "confirmation") return voice.t("mail.subject.confirmation", { shop: parcel.merchant.brand.name });
  const topic = mainTopic(topics);
  return (topic && DATED[topic]?.(parcel, voice)) ?? shortSubject(parcel, voice, about);
}

/** The same news without the day. */
export function shortSubject(parcel: Redacted, { t }: Pick<Voice, "t">, { topics }: Pick<About, "topics">): string {
  const topic = mainTopic(topics);
  return t(topic === null ? "mail.subject.any" : KEYS[topic](parcel.tracker));
}

const KEYS: Readonly<Record<NewsTopic, (tracker: Redacted["tracker"]) => MessageKey>> = {
  shipped: () => "mail.subject.shipped",
  out_for_delivery: () => "mail.subject.out_for_delivery",
  delivered: ({ substatus }) => (substatus === "collected" ? "mail.subject.collected" : "mail.subject.delivered"),
  needs_you: ({ status, substatus }) => {
    const isToCollect = status === "available_for_pickup" || SUBSTATUSES[substatus].action?.code === "collect_parcel";
    return isToCollect ? "mail.subject.collect" : "mail.subject.needs_you";
  },
  delayed: () => "mail.subject.delayed",
};

type Dated = (parcel: Redacted, voice: Voice) => string | null;

/** News that has a day to tell; null where there is none. */
const DATED: Readonly<Partial<Record<NewsTopic, Dated>>> = {
  shipped: ({ tracker }, voice) => withDay("mail.subject.shipped_day", tracker, voice),
  out_for_delivery: ({ tracker }, { t, today }) =>
    tracker.estimatedDelivery?.on === today ? t("mail.subject.out_for_delivery_today") : null,
  delayed: ({ tracker }, voice) => withDay("mail.subject.delayed_day", tracker, voice),
};

function withDay(key: MessageKey, { estimatedDelivery }: Redacted["tracker"], { t, locale, today }: Voice): string | null {
  const day = estimatedDelivery?.on;
  return day !== undefined && day > today ? t(key, { day: dayText(locale, "heading", { day, today }) }) : null;
}
