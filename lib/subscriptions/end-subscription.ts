import type { Queryable } from "#lib/db/engine/database.ts";
import { dropWaitingMessages, endSubscriptionRow, type SubscriptionRef } from "#lib/db/queries/subscriptions.ts";
import type { SubscriptionEnd } from "#lib/db/schema.ts";
import type { Clock } from "#lib/shared/clock.ts";

/** For good, with the messages that still wait. Once is as good as often: the first reason stays. */
export async function endSubscription(
  trx: Queryable,
  { clock }: { clock: Clock },
  { merchantId, id, reason }: SubscriptionRef & { reason: SubscriptionEnd },
): Promise<void> {
  const at = clock.now();
  await endSubscriptionRow(trx, { merchantId, id }, { reason, at });
  await dropWaitingMessages(trx, { merchantId, id }, at);
}
