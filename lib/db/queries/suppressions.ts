import { CHANNELS, type Channel } from "#lib/shared/channel.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { SuppressionReason, SuppressionsTable } from "../schema.ts";
import { type AgeCursor, type PageRange, withinRange } from "./page-range.ts";

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

export async function listSuppressionRows(
  db: Queryable,
  { merchantId, range }: { merchantId: MerchantId; range: PageRange },
): Promise<SuppressionsTable[]> {
  return db
    .selectFrom("suppressions")
    .selectAll()
    .where("merchant_id", "=", merchantId)
    .where(withinRange("suppressions", range))
    .orderBy("created_at", range.order)
    .orderBy("address_digest", range.order)
    .limit(range.limit)
    .execute();
}

const NO_HINT = "•••";

/** That nothing goes to these addresses stays known, and no more of them. */
export async function blankSuppressionHints(
  db: Queryable,
  { merchantId, channel, addressDigests }: { merchantId: MerchantId; channel: Channel; addressDigests: readonly string[] },
): Promise<void> {
  if (addressDigests.length === 0) return;
  await db
    .updateTable("suppressions")
    .set({ address_hint: NO_HINT })
    .where("merchant_id", "=", merchantId)
    .where("channel", "=", channel)
    .where("address_digest", "in", addressDigests)
    .execute();
}

interface DigestRef {
  merchantId: MerchantId;
  addressDigest: string;
}

/** A digest is one channel's. */
export async function findSuppressionCursor(db: Queryable, { merchantId, addressDigest }: DigestRef): Promise<AgeCursor | undefined> {
  return db
    .selectFrom("suppressions")
    .select(["created_at", "address_digest", "address_digest as id"])
    .where("merchant_id", "=", merchantId)
    .where("channel", "in", CHANNELS)
    .where("address_digest", "=", addressDigest)
    .executeTakeFirst();
}

/** Answers what was deleted; with a reason, one for that reason only. */
export async function deleteSuppression(
  db: Queryable,
  { merchantId, addressDigest, reason }: DigestRef & { reason?: SuppressionReason },
): Promise<SuppressionsTable | undefined> {
  return db
    .deleteFrom("suppressions")
    .where("merchant_id", "=", merchantId)
    .where("channel", "in", CHANNELS)
    .where("address_digest", "=", addressDigest)
    .$if(reason !== undefined, (query) => query.where("reason", "=", reason as SuppressionReason))
    .returningAll()
    .executeTakeFirst();
}
