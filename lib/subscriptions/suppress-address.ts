import type { Queryable } from "#lib/db/engine/database.ts";
import { listSubscriptionsOfAddress } from "#lib/db/queries/subscriptions.ts";
import { insertSuppressionIfNone } from "#lib/db/queries/suppressions.ts";
import type { SuppressionReason } from "#lib/db/schema.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { endSubscription } from "./end-subscription.ts";
import type { AddressRef } from "./subscriber-address.ts";

export interface SuppressAddressInput extends AddressRef {
  merchantId: MerchantId;
  addressHint: string;
  reason: SuppressionReason;
}

/** Nothing more goes from this merchant to this address: it can't be subscribed, and all its subscriptions end, in both modes. */
export async function suppressAddress(
  trx: Queryable,
  ctx: { clock: Clock },
  { merchantId, channel, addressDigest, addressHint, reason }: SuppressAddressInput,
): Promise<void> {
  await insertSuppressionIfNone(trx, {
    merchant_id: merchantId,
    channel,
    address_digest: addressDigest,
    address_hint: addressHint,
    reason,
    created_at: ctx.clock.now(),
  });
  // In the order of ids, so that nobody waits in a ring.
  for (const { id } of await listSubscriptionsOfAddress(trx, { merchantId, channel, addressDigest })) {
    await endSubscription(trx, ctx, { merchantId, id, reason });
  }
}
