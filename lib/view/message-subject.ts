import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import { SUBSTATUSES } from "#lib/tracking/substatus.ts";
import { dayText } from "./format-time.ts";
import { mainTopic } from "./mail-topic.ts";
import type { MessageKind } from "./mail-view.ts";
import type { Redacted } from "./redact.ts";
import type { Voice } from "./voice.ts";

/** What a message is about, in one line that anybody may read over a shoulder. */
export function messageSubject(
  parcel: Redacted,
  voice: Voice,
  { kind, topics }: { kind: MessageKind; topics: readonly NewsTopic[] },
): string {
  if (kind === "confirmation") return voice.t("mail.subject.confirmation", { shop: parcel.merchant.brand.name });
  const topic = mainTopic(topics);
  return topic === null ? voice.t("mail.subject.any") : SUBJECTS[topic](parcel, voice);
}

type Subject = (parcel: Redacted, voice: Voice) => string;

const SUBJECTS: Readonly<Record<NewsTopic, Subject>> = {
  shipped: (parcel, voice) => withDay(parcel, voice) ?? voice.t("mail.subject.shipped"),
  out_for_delivery: ({ tracker }, { t, today }) =>
    t(tracker.estimatedDelivery?.on === today ? "mail.subject.out_for_delivery_today" : "mail.subject.out_for_delivery"),
  delivered: ({ tracker }, { t }) => t(tracker.substatus === "collected" ? "mail.subject.collected" : "mail.subject.delivered"),
  needs_you: ({ tracker }, { t }) => {
    const isToCollect = tracker.status === "available_for_pickup" || SUBSTATUSES[tracker.substatus].action?.code === "collect_parcel";
    return t(isToCollect ? "mail.subject.collect" : "mail.subject.needs_you");
  },
  delayed: ({ tracker }, { t, locale, today }) => {
    const day = tracker.estimatedDelivery?.on;
    return day !== undefined && day >= today
      ? t("mail.subject.delayed_day", { day: dayText(locale, "heading", { day, today }) })
      : t("mail.subject.delayed");
  },
};

function withDay({ tracker }: Redacted, { t, locale, today }: Voice): string | null {
  const day = tracker.estimatedDelivery?.on;
  return day !== undefined && day > today ? t("mail.subject.shipped_day", { day: dayText(locale, "heading", { day, today }) }) : null;
}
