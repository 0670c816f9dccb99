import type { Database } from "#lib/db/engine/database.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { type Draft, readDraft } from "./draft.ts";

export async function loadDraft(ctx: { db: Database }, { merchantId }: { merchantId: MerchantId }): Promise<Draft> {
  return readDraft(ctx.db.kysely, merchantId);
}
