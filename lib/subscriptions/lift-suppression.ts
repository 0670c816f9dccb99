import type { Database } from "#lib/db/engine/database.ts";
import { deleteSuppression, findSuppression, type SuppressionRef } from "#lib/db/queries/suppressions.ts";

/** Lets an address be subscribed again; what ended with it stays ended. Answers how it is recognised, null where it was not suppressed. */
export async function liftSuppression(ctx: { db: Database }, address: SuppressionRef): Promise<string | null> {
  const row = await findSuppression(ctx.db.kysely, address);
  return row && (await deleteSuppression(ctx.db.kysely, address)) ? row.address_hint : null;
}
