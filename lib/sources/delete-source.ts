import type { Database } from "#lib/db/engine/database.ts";
import { deleteSourceRow, lockSourceRow, type SourceKey } from "#lib/db/queries/sources.ts";

/** What it told stays; nobody is asked about its parcels any more, and its address is no more. */
export async function deleteSource(ctx: { db: Database }, key: SourceKey): Promise<"deleted" | "not_found"> {
  return ctx.db.kysely.transaction().execute(async (trx) => {
    const row = await lockSourceRow(trx, key);
    if (!row) return "not_found";
    await deleteSourceRow(trx, { id: row.id, merchantId: row.merchant_id });
    return "deleted";
  });
}
