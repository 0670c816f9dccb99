import { sql } from "kysely";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { Schema } from "../schema.ts";

type Table = keyof Schema & string;

interface OwnedTable {
  table: Table;
  /** Rows are taken by it, a batch of its values at a time. */
  key: string;
  /** Tables without a merchant of their own, and the column by which they belong to this one's key. */
  parts?: readonly [table: Table, column: string][];
}

/** What a merchant has, in the order in which nothing points to what is gone already. Rows that cascade are not named. */
export const OWNED_TABLES: readonly OwnedTable[] = [
  { table: "messages", key: "id" },
  { table: "subscriptions", key: "id" },
  { table: "suppressions", key: "address_digest" },
  { table: "message_settings", key: "merchant_id" },
  { table: "sender_domains", key: "id" },
  { table: "event_deliveries", key: "id" },
  { table: "endpoints", key: "id" },
  { table: "events", key: "id" },
  { table: "deliveries", key: "payload_id" },
  { table: "payloads", key: "id" },
  { table: "imports", key: "id" },
  { table: "trackers", key: "id", parts: [["scans", "tracker_id"]] },
  { table: "orders", key: "id" },
  { table: "sources", key: "id", parts: [["source_refusals", "source_id"]] },
  { table: "api_keys", key: "id" },
  { table: "notices", key: "id" },
  { table: "counts", key: "metric" },
  { table: "invitations", key: "id" },
  { table: "brand_drafts", key: "merchant_id" },
  { table: "brand_versions", key: "version" },
  { table: "images", key: "id" },
  { table: "merchant_hosts", key: "host" },
  { table: "domains", key: "id" },
  { table: "erasures", key: "id" },
  { table: "audit_entries", key: "id" },
];

/** Deletes at most `limit` of what a merchant has in one table; answers whether there was anything. */
export async function deleteOwned(
  db: Queryable,
  { table, key, parts = [] }: OwnedTable,
  { merchantId, limit }: { merchantId: MerchantId; limit: number },
): Promise<boolean> {
  const { rows } = await sql<{ key: string | number }>`
    select distinct ${sql.ref(key)} as key from ${sql.table(table)} where merchant_id = ${merchantId} limit ${limit}`.execute(db);
  if (rows.length === 0) return false;
  const keys = sql.join(rows.map((row) => row.key));
  for (const [part, column] of parts) await sql`delete from ${sql.table(part)} where ${sql.ref(column)} in (${keys})`.execute(db);
  await sql`delete from ${sql.table(table)} where merchant_id = ${merchantId} and ${sql.ref(key)} in (${keys})`.execute(db);
  return true;
}

/** Ends every way in: memberships, and people who are members of nothing else, with their sessions. */
export async function deleteMembers(db: Queryable, merchantId: MerchantId): Promise<void> {
  const members = await db.selectFrom("memberships").select("user_id").where("merchant_id", "=", merchantId).execute();
  const ids = members.map(({ user_id }) => user_id);
  await db.deleteFrom("memberships").where("merchant_id", "=", merchantId).execute();
  await db.updateTable("sessions").set({ merchant_id: null }).where("merchant_id", "=", merchantId).execute();
  if (ids.length === 0) return;
  await db
    .deleteFrom("users")
    .where("id", "in", ids)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("memberships").select("user_id").whereRef("memberships.user_id", "=", "users.id"))),
    )
    .execute();
}

export async function deleteMerchantRow(db: Queryable, merchantId: MerchantId): Promise<void> {
  await db.deleteFrom("merchants").where("id", "=", merchantId).execute();
}
