import type { Queryable } from "#lib/db/engine/database.ts";
import { countConfirmations, insertConfirmationIfNone } from "#lib/db/queries/subscriptions.ts";
import type { SubscriptionsTable } from "#lib/db/schema.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { type Clock, compareInstants, DAY_MS, HOUR_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
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
/** Nor is somebody who wants no more asked again and again whether they do after all; what they were asked before they said so is settled. */
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
  { row, stoppedAt }: { row: SubscriptionsTable; stoppedAt: Instant | null },
): Promise<void> {
  const now = ctx.clock.now();
  for (const { most, withinMs, of } of stoppedAt === null ? LIMITS : LIMITS_AFTER_STOP) {
    const trackerId = of === "parcel" ? row.tracker_id : null;
    const asked = { merchantId: row.merchant_id, mailboxDigest: row.mailbox_digest, trackerId };
    if ((await countConfirmations(trx, asked, laterOf(plusMs(now, -withinMs), stoppedAt))) >= most) return;
  }

  const message = newMessageRow({ now, random: ctx.random }, row, { kind: "confirmation", topics: [], dueAt: now });
  const isNew = await insertConfirmationIfNone(trx, message);
  if (isNew) await queueMessage(trx, ctx, { id: message.id, merchantId: row.merchant_id }, now);
}

const laterOf = (a: Instant, b: Instant | null) => (b !== null && compareInstants(b, a) > 0 ? b : a);
