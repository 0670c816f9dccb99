import type { Merchant } from "#lib/merchants/merchant.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { NEWS_TOPICS, type NewsTopic } from "#lib/tracking/news-topic.ts";
import { writeSample } from "./sample-message.ts";

/** How each news reads in an inbox, in the shop's own language. */
export function sampleSubjects(merchant: Merchant, now: Instant): Record<NewsTopic, string> {
  const subjects = NEWS_TOPICS.map((topic) => {
    const { view } = writeSample(merchant, { of: topic, lang: null, now, home: "https://shop.example/", picture: null });
    return [topic, view.subject] as const;
  });
  return Object.fromEntries(subjects) as Record<NewsTopic, string>;
}
