import type { Database } from "#lib/db/engine/database.ts";
import { listBrandVersionRows } from "#lib/db/queries/brand-versions.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { type BrandVersion, readBrandVersion } from "./brand-version.ts";

export interface ListBrandVersionsInput {
  merchantId: MerchantId;
  limit: number;
  /** Older than this one. */
  beforeVersion?: number;
}

/** Newest first. */
export async function listBrandVersions(
  ctx: { db: Database },
  { merchantId, limit, beforeVersion }: ListBrandVersionsInput,
): Promise<{ versions: BrandVersion[]; hasMore: boolean }> {
  const rows = await listBrandVersionRows(ctx.db.kysely, { merchantId, limit: limit + 1, beforeVersion });
  return { versions: rows.slice(0, limit).map(readBrandVersion), hasMore: rows.length > limit };
}
