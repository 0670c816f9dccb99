import type { MerchantId, OrderId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { OrdersTable } from "../schema.ts";
import type { Books } from "./books.ts";
import { type AgeCursor, type PageRange, withinRange } from "./page-range.ts";

/** The order's row, locked until the transaction ends; made from `row` if there is none yet. */
export async function lockOrder(db: Queryable, row: OrdersTable): Promise<OrdersTable> {
  const identity = { merchant_id: row.merchant_id, mode: row.mode, external_id: storableText(row.external_id) };
  const made = await db
    .insertInto("orders")
    .values({ ...row, ...identity })
    .onConflict((conflict) => conflict.columns(["merchant_id", "mode", "external_id"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (made) return made;
  return db
    .selectFrom("orders")
    .selectAll()
    .where("merchant_id", "=", identity.merchant_id)
    .where("mode", "=", identity.mode)
    .where("external_id", "=", identity.external_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function updateOrder(
  db: Queryable,
  order: { id: OrderId; merchantId: MerchantId },
  changes: Partial<Omit<OrdersTable, "id" | "merchant_id" | "mode" | "external_id" | "created_at">>,
): Promise<void> {
  await db.updateTable("orders").set(changes).where("id", "=", order.id).where("merchant_id", "=", order.merchantId).execute();
}

export async function findOrderRow(db: Queryable, books: Books, id: OrderId): Promise<OrdersTable | undefined> {
  return whereOrder(db, books, id).selectAll().executeTakeFirst();
}

export async function findOrderCursor(db: Queryable, books: Books, id: OrderId): Promise<AgeCursor | undefined> {
  return whereOrder(db, books, id).select(["created_at", "id"]).executeTakeFirst();
}

export async function listOrderRows(
  db: Queryable,
  books: Books,
  { range, externalId }: { range: PageRange; externalId?: string | undefined },
): Promise<OrdersTable[]> {
  return db
    .selectFrom("orders")
    .selectAll()
    .where("merchant_id", "=", books.merchantId)
    .where("mode", "=", books.mode)
    .where(withinRange("orders", range))
    .$if(externalId !== undefined, (query) => query.where("external_id", "=", storableText(externalId ?? "")))
    .orderBy("created_at", range.order)
    .orderBy("id", range.order)
    .limit(range.limit)
    .execute();
}

export async function findOrder(
  db: Queryable,
  order: { id: OrderId; merchantId: MerchantId },
): Promise<{ id: OrderId; mode: Mode; external_id: string; line_items: string } | undefined> {
  return db
    .selectFrom("orders")
    .select(["id", "mode", "external_id", "line_items"])
    .where("id", "=", order.id)
    .where("merchant_id", "=", order.merchantId)
    .executeTakeFirst();
}

function whereOrder(db: Queryable, books: Books, id: OrderId) {
  const known = storableText(id) as OrderId;
  return db.selectFrom("orders").where("id", "=", known).where("merchant_id", "=", books.merchantId).where("mode", "=", books.mode);
}
