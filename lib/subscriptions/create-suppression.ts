import type { Database } from "#lib/db/engine/database.ts";
import { findSuppression } from "#lib/db/queries/suppressions.ts";
import type { Channel } from "#lib/shared/channel.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { buildSuppressionRecord, type SuppressionRecord } from "./list-suppressions.ts";
import { type AddressProblem, readSubscriberAddress } from "./read-subscriber-address.ts";
import { sealAddress } from "./subscriber-address.ts";
import { suppressAddress } from "./suppress-address.ts";

export type CreateSuppressionOutcome =
  /** As it stands: an earlier reason stays. */
  { kind: "suppressed"; suppression: SuppressionRecord } | { kind: AddressProblem };

/** The merchant writes to an address no more: somebody asked them by another way. */
export async function createSuppression(
  ctx: { db: Database; clock: Clock; vault: Vault },
  { merchantId, channel, address: text }: { merchantId: MerchantId; channel: Channel; address: string },
): Promise<CreateSuppressionOutcome> {
  const read = readSubscriberAddress({ channel, text }, null);
  if (read.kind !== "address") return read;
  const { address_digest: addressDigest, address_hint: addressHint } = sealAddress(ctx, { merchantId, channel, address: read.address });
  const address = { merchantId, channel, addressDigest };
  return ctx.db.kysely.transaction().execute(async (trx): Promise<CreateSuppressionOutcome> => {
    await suppressAddress(trx, ctx, { ...address, addressHint, reason: "by_merchant" });
    const row = await findSuppression(trx, address);
    if (!row) throw new Error("an address that was just suppressed is gone");
    return { kind: "suppressed", suppression: buildSuppressionRecord(row) };
  });
}
