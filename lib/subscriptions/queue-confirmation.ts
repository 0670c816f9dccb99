import type { Queryable } from "#lib/db/engine/database.ts";
import { countConfirmations, insertConfirmationIfNone } from "#lib/db/queries/subscriptions.ts";
import type { SubscriptionsTable } from "#lib/db/schema.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { type Clock, DAY_MS, HOUR_MS, plusMs } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { newMessageRow } from "./new-message-row.ts";
import { queueMessage } from "./queue-message.ts";

/** Nobody's inbox is filled by a stranger who knows their address: for all parcels of a shop, and for one. */
const MOST_A_DAY = 3;
const MOST_AN_HOUR = 1;

export interface QueueConfirmationContext {
  clock: Clock;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

/** Part of the caller's transaction, which holds `lockSubscribing`: asks whoever reads at this address whether the wish is theirs, unless they were asked often. */
export async function queueConfirmation(trx: Queryable, ctx: QueueConfirmationContext, row: SubscriptionsTable): Promise<void> {
  const now = ctx.clock.now();
  const { id: subscriptionId, merchant_id: merchantId, channel, address_digest: addressDigest } = row;
  const countSince = (ms: number, id?: typeof subscriptionId) =>
    countConfirmations(trx, { merchantId, channel, addressDigest }, { since: plusMs(now, -ms), ...(id && { subscriptionId: id }) });
  if ((await countSince(DAY_MS)) >= MOST_A_DAY || (await countSince(HOUR_MS, subscriptionId)) >= MOST_AN_HOUR) return;

  const message = newMessageRow({ now, random: ctx.random }, row, { kind: "confirmation", topics: [], dueAt: now });
  const isNew = await insertConfirmationIfNone(trx, message);
  if (isNew) await queueMessage(trx, ctx, { id: message.id, merchantId }, now);
}
