import type { NewsTopic } from "#lib/tracking/news-topic.ts";

/** Of several news in one message, the first of these is what it is about. */
const BY_WEIGHT: readonly NewsTopic[] = ["delivered", "needs_you", "delayed", "out_for_delivery", "shipped"];

export function mainTopic(topics: readonly NewsTopic[]): NewsTopic | null {
  return BY_WEIGHT.find((topic) => topics.includes(topic)) ?? null;
}
