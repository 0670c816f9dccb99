import type { Queryable } from "#lib/db/engine/database.ts";
import { countConfirmations, insertConfirmationIfNone } from "#lib/db/queries/subscriptions.ts";
import type { SubscriptionsTable } from "#lib/db/schema.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { type Clock, DAY_MS, HOUR_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { newMessageRow } from "./new-message-row.ts";
import { queueMessage } from "./queue-message.ts";

interface Limit {
  most: number;
  withinMs: number;
  /** Over which parcels it is counted. */
  of: "parcel" | "shop";
}

/** Nobody's inbox is filled by a stranger who knows their address, however they spell it. */
const LIMITS: readonly Limit[] = [
  { most: 1, withinMs: HOUR_MS, of: "parcel" },
  { most: 3, withinMs: DAY_MS, of: "shop" },
];
/** Nor is somebody who wants no more asked again and again whether they do after all. */
const LIMITS_AFTER_STOP: readonly Limit[] = [{ most: 1, withinMs: 7 * DAY_MS, of: "shop" }];

export interface QueueConfirmationContext {
  clock: Clock;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

/** Part of the caller's transaction, which holds `lockSubscribing`: asks whoever reads at this address whether the wish is theirs, unless they were asked often. */
export async function queueConfirmation(
  trx: Queryable,
  ctx: QueueConfirmationContext,
  { row, isAfterStop }: { row: SubscriptionsTable; isAfterStop: boolean },
): Promise<void> {
  const now = ctx.clock.now();
  for (const limit of isAfterStop ? LIMITS_AFTER_STOP : LIMITS) if (await isReached(trx, { row, now, limit })) return;

  const message = newMessageRow({ now, random: ctx.random }, row, { kind: "confirmation", topics: [], dueAt: now });
  const isNew = await insertConfirmationIfNone(trx, message);
  if (isNew) await queueMessage(trx, ctx, { id: message.id, merchantId: row.merchant_id }, now);
}

async function isReached(
  trx: Queryable,
  { row, now, limit: { most, withinMs, of } }: { row: SubscriptionsTable; now: Instant; limit: Limit },
): Promise<boolean> {
  const whose = { merchantId: row.merchant_id, mailboxDigest: row.mailbox_digest, trackerId: of === "parcel" ? row.tracker_id : null };
  return (await countConfirmations(trx, whose, plusMs(now, -withinMs))) >= most;
}
