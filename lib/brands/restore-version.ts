import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { findBrandVersionRow, lockPublishedBrand, publishBrandRow } from "#lib/db/queries/brand-versions.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import { isSameBrand } from "./draft.ts";

export type RestoreVersionOutcome =
  /** `version` is the new one. */
  | { kind: "restored"; version: number }
  | { kind: "not_found" }
  /** It looks like what is published. */
  | { kind: "unchanged" };

/** Publishes an older brand anew: history only grows. What is worked on stays. */
export async function restoreVersion(
  ctx: { db: Database; clock: Clock },
  { merchantId, userId, version }: { merchantId: MerchantId; userId: UserId; version: number },
): Promise<RestoreVersionOutcome> {
  const at = ctx.clock.now();
  return ctx.db.kysely.transaction().execute(async (trx): Promise<RestoreVersionOutcome> => {
    const published = await lockPublishedBrand(trx, merchantId);
    const older = await findBrandVersionRow(trx, { merchantId, version });
    if (!older) return { kind: "not_found" };
    const brand = readStoredBrand(older.brand);
    if (isSameBrand(brand, readStoredBrand(published.brand))) return { kind: "unchanged" };

    const publication = { merchantId, name: brand.name, brand: JSON.stringify(brand), at, by: userId, note: null, restoredFrom: version };
    return { kind: "restored", version: await publishBrandRow(trx, publication) };
  });
}
