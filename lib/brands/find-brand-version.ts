import type { Database } from "#lib/db/engine/database.ts";
import { findBrandVersionRow } from "#lib/db/queries/brand-versions.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { type BrandVersion, readBrandVersion } from "./brand-version.ts";

export async function findBrandVersion(
  ctx: { db: Database },
  identity: { merchantId: MerchantId; version: number },
): Promise<BrandVersion | null> {
  const row = await findBrandVersionRow(ctx.db.kysely, identity);
  return row ? readBrandVersion(row) : null;
}
