import type { Database } from "#lib/db/engine/database.ts";
import { findApiKeyByHash, markApiKeyUsed } from "#lib/db/queries/api-keys.ts";
import { type Clock, compareInstants, HOUR_MS, plusMs } from "#lib/shared/clock.ts";
import { hashApiKey, isApiKey } from "./api-key.ts";
import type { Caller } from "./caller.ts";

/** Who calls with this key; null for what is no key of ours, and for a revoked one. */
export async function findCaller(ctx: { db: Database; clock: Clock }, key: string): Promise<Caller | null> {
  if (!isApiKey(key)) return null;
  const row = await findApiKeyByHash(ctx.db, hashApiKey(key));
  if (!row || row.revoked_at !== null) return null;

  const now = ctx.clock.now();
  const before = plusMs(now, -HOUR_MS);
  if (row.last_used_at === null || compareInstants(row.last_used_at, before) <= 0) {
    // The call neither waits for this nor fails with it: a date for people is not worth that, and the next call tries again.
    void markApiKeyUsed(ctx.db.kysely, { id: row.id, merchantId: row.merchant_id }, { now, before }).catch(() => undefined);
  }
  return { merchantId: row.merchant_id, merchantSlug: row.merchant_slug, mode: row.mode, keyId: row.id };
}
