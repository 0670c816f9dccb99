import type { Queryable } from "#lib/db/engine/database.ts";
import { topicsColumn } from "#lib/db/json-columns.ts";
import { insertMessageRow, lockWaitingMessage, updateMessageRow } from "#lib/db/queries/messages.ts";
import { listActiveSubscriptions } from "#lib/db/queries/subscriptions.ts";
import { insertToldNews, listToldKeys } from "#lib/db/queries/told-news.ts";
import type { MessagesTable, SubscriptionsTable, TrackersTable } from "#lib/db/schema.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { compareInstants, HOUR_MS, type Instant, MINUTE_MS, plusMs } from "#lib/shared/clock.ts";
import type { MessageId, RandomBytes } from "#lib/shared/ids.ts";
import { type News, type NewsTopic, newsOf, orderTopics } from "#lib/tracking/news-topic.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { newMessageRow } from "./new-message-row.ts";
import { queueMessage } from "./queue-message.ts";

export interface PlanContext {
  now: Instant;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

export interface TrackerUpdate {
  before: Tracker;
  after: Tracker;
  row: Pick<TrackersTable, "id" | "merchant_id" | "mode">;
}

/** What happened longer ago than that is history, however late we hear of it. */
const OLDEST_NEWS_MS = 48 * HOUR_MS;

/** Changes that follow each other so closely become one message. */
const GATHER_MINUTES: Readonly<Record<NewsTopic, number>> = {
  shipped: 5,
  out_for_delivery: 5,
  delivered: 2,
  needs_you: 2,
  delayed: 5,
};

/**
 * Has the shoppers who asked for it told of an update, in the transaction that made it: each change once, however often it is reported.
 * Whether a message is wanted, and when it wakes nobody, is decided when it is sent.
 */
export async function planMessages(trx: Queryable, ctx: PlanContext, { before, after, row }: TrackerUpdate): Promise<void> {
  const oldest = plusMs(ctx.now, -OLDEST_NEWS_MS);
  const news = newsOf(before, after).filter(({ at }) => at === null || compareInstants(at, oldest) >= 0);
  if (news.length === 0) return;
  for (const subscription of await listActiveSubscriptions(trx, { merchantId: row.merchant_id, trackerId: row.id })) {
    await planMessage(trx, ctx, subscription, news);
  }
}

async function planMessage(trx: Queryable, ctx: PlanContext, subscription: SubscriptionsTable, news: readonly News[]): Promise<void> {
  const wished = topicsColumn.read(subscription.topics);
  const wanted = news.filter(({ topic }) => wished.includes(topic));
  if (wanted.length === 0) return;
  const keys = wanted.map(({ key }) => key);
  const told = await listToldKeys(trx, subscription.id, keys);
  const untold = wanted.filter(({ key }) => !told.has(key));
  if (untold.length === 0) return;

  const topics = untold.map(({ topic }) => topic);
  const message = await joinOrCreate(trx, ctx, subscription, topics);
  await insertToldNews(
    trx,
    untold.map(({ key }) => ({ subscription_id: subscription.id, news_key: key, message_id: message.id })),
  );
  await queueMessage(trx, ctx, { id: message.id, merchantId: subscription.merchant_id }, message.dueAt);
}

async function joinOrCreate(
  trx: Queryable,
  ctx: PlanContext,
  subscription: SubscriptionsTable,
  topics: readonly NewsTopic[],
): Promise<{ id: MessageId; dueAt: Instant }> {
  const { id: subscriptionId, merchant_id: merchantId } = subscription;
  const soon = plusMs(ctx.now, Math.min(...topics.map((topic) => GATHER_MINUTES[topic])) * MINUTE_MS);
  const waiting = await lockWaitingMessage(trx, { merchantId, subscriptionId, kind: "news" });
  if (waiting) {
    const dueAt = earlier(waiting, soon);
    const all = orderTopics([...topicsColumn.read(waiting.topics), ...topics]);
    await updateMessageRow(trx, { id: waiting.id, merchantId }, { topics: topicsColumn.write(all), due_at: dueAt }, { from: ["waiting"] });
    return { id: waiting.id, dueAt };
  }
  const row = newMessageRow(ctx, subscription, { kind: "news", topics, dueAt: soon });
  await insertMessageRow(trx, row);
  return { id: row.id, dueAt: soon };
}

/** A server that asked for patience gets it. */
function earlier({ attempts, due_at }: MessagesTable, soon: Instant): Instant {
  if (due_at === null) return soon;
  return attempts > 0 || compareInstants(due_at, soon) < 0 ? due_at : soon;
}
