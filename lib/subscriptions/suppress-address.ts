import type { Queryable } from "#lib/db/engine/database.ts";
import { listSubscriptionsOfAddress } from "#lib/db/queries/subscriptions.ts";
import { type AddressRef, saveSuppression } from "#lib/db/queries/suppressions.ts";
import type { SuppressionReason } from "#lib/db/schema.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { endSubscription } from "./end-subscription.ts";
import { OWN_WORDS, SHOPS_WORDS } from "./own-word.ts";

export interface SuppressAddressInput extends AddressRef {
  addressHint: string;
  reason: SuppressionReason;
}

/**
 * Nothing more goes from this merchant to this address: it can't be subscribed, and all its subscriptions end, in both modes. The first
 * reason stays, but a shopper's own word outweighs a shop's, who could take it back.
 */
export async function suppressAddress(
  trx: Queryable,
  ctx: { clock: Clock },
  { merchantId, channel, addressDigest, addressHint, reason }: SuppressAddressInput,
): Promise<void> {
  const row = {
    merchant_id: merchantId,
    channel,
    address_digest: addressDigest,
    address_hint: addressHint,
    reason,
    created_at: ctx.clock.now(),
  };
  await saveSuppression(trx, row, { outweighs: OWN_WORDS.includes(reason) ? SHOPS_WORDS : [] });
  // In the order of ids, so that nobody waits in a ring.
  for (const { id } of await listSubscriptionsOfAddress(trx, { merchantId, channel, addressDigest })) {
    await endSubscription(trx, ctx, { merchantId, id, reason });
  }
}
