import type { EndpointId, MerchantId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { EndpointFormat, EndpointsTable } from "../schema.ts";
import type { Books } from "./books.ts";

export interface EndpointRef {
  id: EndpointId;
  merchantId: MerchantId;
}

export async function insertEndpoint(db: Queryable, row: EndpointsTable): Promise<void> {
  await db.insertInto("endpoints").values(row).execute();
}

export async function findEndpointRow(db: Queryable, books: Books, id: EndpointId): Promise<EndpointsTable | undefined> {
  return whereBooks(db, books).selectAll().where("id", "=", id).executeTakeFirst();
}

/** Whatever its mode; the caller knows it from a delivery of the merchant's own. */
export async function findEndpointOfMerchant(db: Queryable, endpoint: EndpointRef): Promise<EndpointsTable | undefined> {
  return whereEndpoint(db, endpoint).selectAll().executeTakeFirst();
}

/** Locked until the transaction ends; new deliveries may be added meanwhile. */
export async function lockEndpoint(db: Queryable, endpoint: EndpointRef): Promise<EndpointsTable | undefined> {
  return whereEndpoint(db, endpoint).selectAll().forNoKeyUpdate().executeTakeFirst();
}

/** In the order they were made. */
export async function listEndpointRows(db: Queryable, books: Books, filter: { format?: EndpointFormat }): Promise<EndpointsTable[]> {
  return whereBooks(db, books)
    .selectAll()
    .$if(filter.format !== undefined, (query) => query.where("format", "=", filter.format as EndpointFormat))
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/** Those that are to be told of what happens; none of them can be deleted until the transaction ends. */
export async function listActiveEndpointIds(db: Queryable, books: Books): Promise<EndpointId[]> {
  const rows = await whereBooks(db, books).select("id").where("disabled_at", "is", null).orderBy("id").forKeyShare().execute();
  return rows.map((row) => row.id);
}

export async function updateEndpointRow(db: Queryable, endpoint: EndpointRef, changes: Partial<EndpointsTable>): Promise<void> {
  await db.updateTable("endpoints").set(changes).where("id", "=", endpoint.id).where("merchant_id", "=", endpoint.merchantId).execute();
}

/** Forgets that it failed; answers whether it had. Touches, and locks, only one that did. */
export async function clearFailing(db: Queryable, endpoint: EndpointRef): Promise<boolean> {
  const cleared = await db
    .updateTable("endpoints")
    .set({ failing_since: null })
    .where("id", "=", endpoint.id)
    .where("merchant_id", "=", endpoint.merchantId)
    .where("failing_since", "is not", null)
    .returning("id")
    .executeTakeFirst();
  return cleared !== undefined;
}

/** With all its deliveries; answers whether there was one. */
export async function deleteEndpointRow(db: Queryable, books: Books, id: EndpointId): Promise<boolean> {
  const deleted = await db
    .deleteFrom("endpoints")
    .where("id", "=", id)
    .where("merchant_id", "=", books.merchantId)
    .where("mode", "=", books.mode)
    .returning("id")
    .executeTakeFirst();
  return deleted !== undefined;
}

function whereBooks(db: Queryable, books: Books) {
  return db.selectFrom("endpoints").where("merchant_id", "=", books.merchantId).where("mode", "=", books.mode);
}

function whereEndpoint(db: Queryable, endpoint: EndpointRef) {
  return db.selectFrom("endpoints").where("id", "=", endpoint.id).where("merchant_id", "=", endpoint.merchantId);
}
