import type { Database } from "#lib/db/engine/database.ts";
import { insertApiKey } from "#lib/db/queries/api-keys.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { type MerchantId, newId, type RandomBytes } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { hashApiKey, hintOfApiKey, makeApiKey } from "./api-key.ts";
import { type ApiKeyRecord, readApiKeyRow } from "./api-key-record.ts";

/** Makes a key of a merchant. `key` is told here and never again: only its digest is kept. */
export async function createApiKey(
  ctx: { db: Database; clock: Clock; random: RandomBytes },
  input: { merchantId: MerchantId; mode: Mode; name: string },
): Promise<ApiKeyRecord & { key: string }> {
  const key = makeApiKey(input.mode, ctx.random);
  const row = await insertApiKey(ctx.db.kysely, {
    id: newId("key", ctx.random),
    merchant_id: input.merchantId,
    mode: input.mode,
    name: input.name,
    hash: hashApiKey(key),
    hint: hintOfApiKey(key),
    created_at: ctx.clock.now(),
    last_used_at: null,
    revoked_at: null,
  });
  return { ...readApiKeyRow(row), key };
}
