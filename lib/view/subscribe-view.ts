import type { NewsTopic } from "#lib/tracking/news-topic.ts";

/** What shoppers of a merchant can be told, and how. */
export interface NewsOffer {
  channels: readonly ("email" | "sms")[];
  topics: readonly NewsTopic[];
}
