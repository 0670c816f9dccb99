import { CHANNELS, type Channel } from "#lib/shared/channel.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { SuppressionReason, SuppressionsTable } from "../schema.ts";
import { type AgeCursor, type PageRange, withinRange } from "./page-range.ts";

/** One address of a shopper, as one shop knows it. */
export interface AddressRef {
  merchantId: MerchantId;
  channel: Channel;
  addressDigest: string;
}

/** The reason that is there already stays, unless it is one of those that this one outweighs. */
export async function saveSuppression(
  db: Queryable,
  row: SuppressionsTable,
  { outweighs }: { outweighs: readonly SuppressionReason[] },
): Promise<void> {
  const { reason, created_at } = row;
  await db
    .insertInto("suppressions")
    .values(row)
    .onConflict((conflict) => {
      if (outweighs.length === 0) return conflict.doNothing();
      const known = conflict.columns(["merchant_id", "channel", "address_digest"]);
      return known.doUpdateSet({ reason, created_at }).where("suppressions.reason", "in", outweighs);
    })
    .execute();
}

export async function findSuppression(db: Queryable, address: AddressRef): Promise<SuppressionsTable | undefined> {
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

/** Answers what was deleted: nothing, where it stands for another reason. */
export async function deleteSuppression(
  db: Queryable,
  { merchantId, addressDigest }: DigestRef,
  reasons: readonly SuppressionReason[],
): Promise<SuppressionsTable | undefined> {
  return db
    .deleteFrom("suppressions")
    .where("merchant_id", "=", merchantId)
    .where("channel", "in", CHANNELS)
    .where("address_digest", "=", addressDigest)
    .where("reason", "in", reasons)
    .returningAll()
    .executeTakeFirst();
}
