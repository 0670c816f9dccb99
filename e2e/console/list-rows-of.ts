import { sql } from "kysely";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

/** What the server does by itself, and what only says who looked. */
const RESTLESS = new Set(["counts", "sessions", "audit_entries"]);

/** Every row of every table that is a merchant's, as text: the same twice means that nothing was touched. */
export async function listRowsOf(runtime: Runtime, merchantId: MerchantId): Promise<Record<string, string[]>> {
  const tables = await runtime.db.kysely.introspection.getTables();
  const owned = tables.filter(({ name, columns }) => !RESTLESS.has(name) && columns.some((column) => column.name === "merchant_id"));
  const rows = await Promise.all(
    owned.map(async ({ name }) => {
      const found = await sql`select * from ${sql.table(name)} where merchant_id = ${merchantId}`.execute(runtime.db.kysely);
      return [name, found.rows.map((row) => JSON.stringify(row)).toSorted()] as const;
    }),
  );
  return Object.fromEntries(rows);
}
