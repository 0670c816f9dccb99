import type { Brand } from "#lib/branding/brand.ts";
import { type BrandChange, diffBrands } from "#lib/branding/diff-brands.ts";
import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import type { Database } from "#lib/db/engine/database.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { parseBrandFile } from "./brand-file.ts";
import { readDraft } from "./draft.ts";

export type ReadBrandFileOutcome =
  | {
      kind: "readable";
      brand: Brand;
      /** What importing it changes in the draft. */
      changes: BrandChange[];
      /** How many pictures come along. */
      imageCount: number;
    }
  | { kind: "invalid"; issues: Issue[] };

/** What a file would do, with nothing done. */
export async function readBrandFile(
  ctx: { db: Database },
  { merchantId, text }: { merchantId: MerchantId; text: string },
): Promise<ReadBrandFileOutcome> {
  const file = parseBrandFile(text);
  if (file.kind === "invalid") return file;
  const draft = await readDraft(ctx.db.kysely, merchantId);
  const changes = diffBrands(readStoredBrand(draft.brand), file.brand);
  return { kind: "readable", brand: file.brand, changes, imageCount: file.images.length };
}
