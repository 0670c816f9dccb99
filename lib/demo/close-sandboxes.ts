import type { Database } from "#lib/db/engine/database.ts";
import { listEndedSandboxes } from "#lib/db/queries/sandboxes.ts";
import { deleteMerchant } from "#lib/merchants/delete-merchant.ts";
import type { Clock } from "#lib/shared/clock.ts";

/** Deletes the sandboxes whose day is over, with their visitors. */
export async function closeSandboxes(ctx: { db: Database; clock: Clock }): Promise<void> {
  for (const merchantId of await listEndedSandboxes(ctx.db.kysely, ctx.clock.now())) await deleteMerchant(ctx, merchantId);
}
