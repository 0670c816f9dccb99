import type { Database } from "#lib/db/engine/database.ts";
import { lockSubscription, type SubscriptionRef } from "#lib/db/queries/subscriptions.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { endSubscription } from "./end-subscription.ts";
import { suppressAddress } from "./suppress-address.ts";

/** A shopper wants no more news: of this parcel, or of anything this shop would write about. Once is as good as often. */
export async function unsubscribe(
  ctx: { db: Database; clock: Clock },
  subscription: SubscriptionRef,
  { fromAll }: { fromAll: boolean },
): Promise<void> {
  await ctx.db.kysely.transaction().execute(async (trx) => {
    if (!fromAll) return endSubscription(trx, ctx, { ...subscription, reason: "unsubscribed" });
    const row = await lockSubscription(trx, subscription);
    if (!row) return;
    const { merchant_id: merchantId, channel, address_digest: addressDigest, address_hint: addressHint } = row;
    await suppressAddress(trx, ctx, { merchantId, channel, addressDigest, addressHint, reason: "stopped" });
  });
}
