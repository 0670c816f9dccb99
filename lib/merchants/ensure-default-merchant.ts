import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { recordBrandVersion } from "#lib/db/queries/brand-versions.ts";
import { findDefaultMerchantRow, insertMerchantRowIfNone } from "#lib/db/queries/merchants.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { newId, type RandomBytes } from "#lib/shared/ids.ts";

/** An empty database still answers for somebody: pages need a brand, payloads an owner. */
export async function ensureDefaultMerchant(ctx: { db: Database; clock: Clock; random: RandomBytes }): Promise<void> {
  if (await findDefaultMerchantRow(ctx.db)) return;
  const now = ctx.clock.now();
  const id = newId("mrc", ctx.random);
  const brand = JSON.stringify(DEFAULT_BRAND);
  await ctx.db.kysely.transaction().execute(async (trx) => {
    const isMade = await insertMerchantRowIfNone(trx, {
      id,
      slug: "default",
      name: DEFAULT_BRAND.name,
      is_default: 1,
      brand,
      brand_version: 1,
      created_at: now,
      updated_at: now,
      expires_at: null,
    });
    if (isMade) await recordBrandVersion(trx, { merchantId: id, version: 1, brand, at: now, by: null, note: null, restoredFrom: null });
  });
}
