import type { Instant } from "#lib/shared/clock.ts";
import type { ErasureId, ImportId, MerchantId, OrderId, PayloadId, TrackerId } from "#lib/shared/ids.ts";
import { MODES } from "#lib/tracking/snapshot.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { ErasuresTable, ImportsTable, OrdersTable, PayloadsTable, TrackersTable } from "../schema.ts";

interface ErasureIdentity {
  id: ErasureId;
  merchantId: MerchantId;
}

export async function insertErasure(db: Queryable, row: ErasuresTable): Promise<void> {
  await db.insertInto("erasures").values(row).execute();
}

/** Locked until the transaction ends: whoever goes on with it goes one after the other. */
export async function lockErasure(db: Queryable, { id, merchantId }: ErasureIdentity): Promise<ErasuresTable | undefined> {
  return db.selectFrom("erasures").selectAll().where("id", "=", id).where("merchant_id", "=", merchantId).forUpdate().executeTakeFirst();
}

export async function updateErasure(db: Queryable, { id, merchantId }: ErasureIdentity, changes: Partial<ErasuresTable>): Promise<void> {
  await db.updateTable("erasures").set(changes).where("id", "=", id).where("merchant_id", "=", merchantId).execute();
}

/** Newest first, with the name of whoever began it. */
export async function listErasureRows(db: Queryable, { merchantId, limit }: { merchantId: MerchantId; limit: number }) {
  return db
    .selectFrom("erasures")
    .leftJoin("users", "users.id", "erasures.created_by")
    .where("erasures.merchant_id", "=", merchantId)
    .selectAll("erasures")
    .select("users.name as created_by_name")
    .orderBy("erasures.created_at", "desc")
    .orderBy("erasures.id", "desc")
    .limit(limit)
    .execute();
}

/** Whose orders are meant, in both modes: by the address's digest, or by any of these numbers. */
export type ShopperKey = { emailDigest: string } | { orderNumbers: readonly string[] };

export interface ShopperRef {
  merchantId: MerchantId;
  key: ShopperKey;
}

/** Newest first. */
export async function listOrdersOf(db: Queryable, shopper: ShopperRef, limit: number): Promise<OrdersTable[]> {
  return whereOrdersOf(db, shopper).selectAll("orders").orderBy("orders.created_at", "desc").orderBy("orders.id").limit(limit).execute();
}

/** Parcels of these orders that are still there, by id. */
export async function listParcelsOf(
  db: Queryable,
  shopper: ShopperRef,
  limit: number,
): Promise<Pick<TrackersTable, "id" | "mode" | "carrier" | "tracking_number" | "status">[]> {
  return whereOrdersOf(db, shopper)
    .innerJoin("trackers", "trackers.order_id", "orders.id")
    .where("trackers.deleted_at", "is", null)
    .select(["trackers.id", "trackers.mode", "trackers.carrier", "trackers.tracking_number", "trackers.status"])
    .orderBy("trackers.id")
    .limit(limit)
    .execute();
}

/** How many raw payloads are about these parcels alone; those were found under their merchant. */
export async function countPayloadsAbout(db: Queryable, ids: readonly TrackerId[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { count } = await db
    .selectFrom("payloads")
    .where("tracker_id", "in", ids)
    .select((row) => row.fn.countAll<number | string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Their parcels must be gone. */
export async function deleteOrders(db: Queryable, { merchantId, ids }: { merchantId: MerchantId; ids: readonly OrderId[] }): Promise<void> {
  if (ids.length > 0) await db.deleteFrom("orders").where("id", "in", ids).where("merchant_id", "=", merchantId).execute();
}

function whereOrdersOf(db: Queryable, { merchantId, key }: ShopperRef) {
  return db
    .selectFrom("orders")
    .where("orders.merchant_id", "=", merchantId)
    .where("orders.mode", "in", MODES)
    .where((row) =>
      "emailDigest" in key
        ? row("orders.customer_email_digest", "=", key.emailDigest)
        : row("orders.external_id", "in", key.orderNumbers.map(storableText)),
    );
}

/** Where a walk through all that was received stands. */
export interface ReceivedMark {
  receivedAt: Instant;
  id: PayloadId;
}

/** All that was received, oldest first. */
export async function listReceived(
  db: Queryable,
  { merchantId, after, limit }: { merchantId: MerchantId; after: ReceivedMark | null; limit: number },
): Promise<Pick<PayloadsTable, "id" | "received_at" | "body" | "body_encoding" | "problem">[]> {
  return db
    .selectFrom("payloads")
    .select(["id", "received_at", "body", "body_encoding", "problem"])
    .where("merchant_id", "=", merchantId)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("received_at", "id"), ">", tuple(after?.receivedAt as Instant, after?.id as PayloadId)),
      ),
    )
    .orderBy("received_at")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Files of a merchant by id, from one on. */
export async function findNextImport(
  db: Queryable,
  { merchantId, from }: { merchantId: MerchantId; from: { id: ImportId; isDone: boolean } | null },
): Promise<Pick<ImportsTable, "id" | "headers"> | undefined> {
  return db
    .selectFrom("imports")
    .select(["id", "headers"])
    .where("merchant_id", "=", merchantId)
    .$if(from !== null, (query) => query.where("id", from?.isDone ? ">" : ">=", from?.id as ImportId))
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}
