import type { Database } from "#lib/db/engine/database.ts";
import { setMerchantOfSession } from "#lib/db/queries/sessions.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

/** The merchant whose console this session opens from now on. That the user is a member is the caller's to know. */
export async function chooseMerchant(ctx: { db: Database }, input: { sessionId: string; merchantId: MerchantId }): Promise<void> {
  await setMerchantOfSession(ctx.db.kysely, input);
}
