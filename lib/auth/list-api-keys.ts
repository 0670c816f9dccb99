import type { Database } from "#lib/db/engine/database.ts";
import { listApiKeyRows } from "#lib/db/queries/api-keys.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { type ApiKeyRecord, readApiKeyRow } from "./api-key-record.ts";

/** A merchant's keys, newest first and revoked ones among them; of both modes, if none is named. */
export async function listApiKeys(ctx: { db: Database }, input: { merchantId: MerchantId; mode?: Mode }): Promise<ApiKeyRecord[]> {
  return (await listApiKeyRows(ctx.db.kysely, input)).map(readApiKeyRow);
}
