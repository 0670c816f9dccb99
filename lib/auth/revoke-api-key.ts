import type { Database } from "#lib/db/engine/database.ts";
import { revokeApiKeyRow } from "#lib/db/queries/api-keys.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";

/** From now on nobody calls with this key. One that was revoked before stays as it was. With `mode`, keys of the other are not found. */
export async function revokeApiKey(
  ctx: { db: Database; clock: Clock },
  input: { merchantId: MerchantId; id: string; mode?: Mode },
): Promise<"revoked" | "not_found"> {
  return (await revokeApiKeyRow(ctx.db.kysely, input, ctx.clock.now())) ? "revoked" : "not_found";
}
