import type { MerchantId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { Channel, SuppressionsTable } from "../schema.ts";

export interface SuppressionRef {
  merchantId: MerchantId;
  channel: Channel;
  addressDigest: string;
}

/** The first reason stays. */
export async function insertSuppressionIfNone(db: Queryable, row: SuppressionsTable): Promise<void> {
  await db
    .insertInto("suppressions")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function findSuppression(db: Queryable, address: SuppressionRef): Promise<SuppressionsTable | undefined> {
  return db
    .selectFrom("suppressions")
    .selectAll()
    .where("merchant_id", "=", address.merchantId)
    .where("channel", "=", address.channel)
    .where("address_digest", "=", address.addressDigest)
    .executeTakeFirst();
}
