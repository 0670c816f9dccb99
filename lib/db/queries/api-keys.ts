import type { Instant } from "#lib/shared/clock.ts";
import type { ApiKeyId, MerchantId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { compileOnce } from "../engine/compile-once.ts";
import type { Database, Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { ApiKeysTable } from "../schema.ts";

export type ApiKeyRow = Omit<ApiKeysTable, "hash" | "merchant_id">;
type CallerRow = Pick<ApiKeysTable, "id" | "merchant_id" | "mode" | "last_used_at" | "revoked_at"> & { merchant_slug: string };

const COLUMNS = ["id", "mode", "name", "hint", "created_at", "last_used_at", "revoked_at"] as const;

const selectByHash = compileOnce((db, input: { hash: string }) =>
  db
    .selectFrom("api_keys")
    .innerJoin("merchants", "merchants.id", "api_keys.merchant_id")
    .where("api_keys.hash", "=", input.hash)
    .select(["api_keys.id", "api_keys.merchant_id", "api_keys.mode", "api_keys.last_used_at", "api_keys.revoked_at"])
    .select("merchants.slug as merchant_slug"),
);

/** Every API call begins with this look-up: the one query that finds the merchant instead of being told it. */
export async function findApiKeyByHash(db: Database, hash: string): Promise<CallerRow | undefined> {
  return (await selectByHash(db, { hash }))[0];
}

export async function insertApiKey(db: Queryable, row: ApiKeysTable): Promise<ApiKeyRow> {
  return db
    .insertInto("api_keys")
    .values({ ...row, name: storableText(row.name) })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

export async function listApiKeyRows(db: Queryable, input: { merchantId: MerchantId; mode?: Mode }): Promise<ApiKeyRow[]> {
  const { mode } = input;
  return db
    .selectFrom("api_keys")
    .select(COLUMNS)
    .where("merchant_id", "=", input.merchantId)
    .$if(mode !== undefined, (query) => query.where("mode", "=", mode as Mode))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** Answers whether there is such a key; the date of an earlier revocation stays. */
export async function revokeApiKeyRow(
  db: Queryable,
  key: { id: string; merchantId: MerchantId; mode?: Mode },
  now: Instant,
): Promise<boolean> {
  const { mode } = key;
  const revoked = await db
    .updateTable("api_keys")
    .set((eb) => ({ revoked_at: eb.fn.coalesce("revoked_at", eb.val(now)) }))
    .where("id", "=", storableText(key.id) as ApiKeyId)
    .where("merchant_id", "=", key.merchantId)
    .$if(mode !== undefined, (query) => query.where("mode", "=", mode as Mode))
    .returning("id")
    .executeTakeFirst();
  return revoked !== undefined;
}

/** Writes only where nobody else did since `before`. */
export async function markApiKeyUsed(
  db: Queryable,
  key: { id: ApiKeyId; merchantId: MerchantId },
  use: { now: Instant; before: Instant },
): Promise<void> {
  await db
    .updateTable("api_keys")
    .set({ last_used_at: use.now })
    .where("id", "=", key.id)
    .where("merchant_id", "=", key.merchantId)
    .where((eb) => eb.or([eb("last_used_at", "is", null), eb("last_used_at", "<=", use.before)]))
    .execute();
}
