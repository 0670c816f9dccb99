import { topicsColumn } from "#lib/db/json-columns.ts";
import type { MessagesTable, SubscriptionsTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { newId, type RandomBytes } from "#lib/shared/ids.ts";
import { type NewsTopic, orderTopics } from "#lib/tracking/news-topic.ts";

interface NewMessage extends Pick<MessagesTable, "kind"> {
  topics: readonly NewsTopic[];
  dueAt: Instant;
}

/** A message to whoever has a subscription, waiting to be sent. */
export function newMessageRow(
  { now, random }: { now: Instant; random: RandomBytes },
  { id: subscription_id, merchant_id, mode, tracker_id, channel }: SubscriptionsTable,
  { kind, topics, dueAt }: NewMessage,
): MessagesTable {
  return {
    id: newId("msg", random),
    merchant_id,
    mode,
    subscription_id,
    tracker_id,
    channel,
    kind,
    topics: topicsColumn.write(orderTopics(topics)),
    state: "waiting",
    attempts: 0,
    created_at: now,
    due_at: dueAt,
    leased_until: null,
    ended_at: null,
    provider_id: null,
    problem: null,
  };
}
