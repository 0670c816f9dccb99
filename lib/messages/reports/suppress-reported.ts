import type { Queryable } from "#lib/db/engine/database.ts";
import { findAddressHint, findMessageByProviderId, updateMessageRow } from "#lib/db/queries/messages.ts";
import { findSubscription } from "#lib/db/queries/subscriptions.ts";
import type { AddressRef } from "#lib/db/queries/suppressions.ts";
import type { MessagesTable, SuppressionReason } from "#lib/db/schema.ts";
import type { Channel } from "#lib/shared/channel.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { addressDigest } from "#lib/subscriptions/subscriber-address.ts";
import { suppressAddress } from "#lib/subscriptions/suppress-address.ts";
import type { Vault } from "#lib/vault/vault.ts";

export interface Reported {
  merchantId: MerchantId;
  channel: Channel;
  /** What the message is known by; null where the report does not say. */
  providerId: string | null;
  /** As the report has it: another one, where mail was forwarded. */
  address: string | null;
  reason: Exclude<SuppressionReason, "by_merchant">;
  /** Why the message did not arrive; null where it did. */
  problem: string | null;
}

/**
 * Ends what a report says must end: the address a message of ours went to, else the one the report names, if it was ever subscribed here.
 * Answers whether there was one. The same report again changes nothing.
 */
export async function suppressReported(
  trx: Queryable,
  ctx: { clock: Clock; vault: Pick<Vault, "digest"> },
  { merchantId, channel, providerId, address, reason, problem }: Reported,
): Promise<boolean> {
  const message = providerId === null ? undefined : await findMessageByProviderId(trx, { merchantId, providerId });
  const named = address === null ? null : { merchantId, channel, addressDigest: addressDigest(ctx, { merchantId, channel, address }) };
  const found = message
    ? await addressOfSubscription(trx, { merchantId, id: message.subscription_id })
    : named && (await subscribedAddress(trx, named));
  if (found === null) return false;
  await suppressAddress(trx, ctx, { ...found, reason });
  if (message && problem !== null) await failReported(trx, ctx, message, problem);
  return true;
}

/** A report can be faster than whoever handed the message over, and is writing that down. */
export async function failReported(
  trx: Queryable,
  { clock }: { clock: Clock },
  { id, merchant_id: merchantId }: MessagesTable,
  problem: string,
): Promise<void> {
  const changes = { state: "failed", problem, leased_until: null, ended_at: clock.now() } as const;
  await updateMessageRow(trx, { id, merchantId }, changes, { from: ["sending", "sent", "unclear"] });
}

type Found = (AddressRef & { addressHint: string }) | null;

async function addressOfSubscription(trx: Queryable, ref: Parameters<typeof findSubscription>[1]): Promise<Found> {
  const row = await findSubscription(trx, ref);
  return row
    ? { merchantId: row.merchant_id, channel: row.channel, addressDigest: row.address_digest, addressHint: row.address_hint }
    : null;
}

async function subscribedAddress(trx: Queryable, ref: AddressRef): Promise<Found> {
  const addressHint = await findAddressHint(trx, ref);
  return addressHint === undefined ? null : { ...ref, addressHint };
}
