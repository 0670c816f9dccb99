import type { Brand } from "#lib/branding/brand.ts";
import { type BrandChange, diffBrands } from "#lib/branding/diff-brands.ts";
import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import type { Database } from "#lib/db/engine/database.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { parseBrandFile } from "./brand-file.ts";
import { readWork } from "./draft.ts";
import { type PlaceImage, placeImages } from "./place-images.ts";

export type ReadBrandFileOutcome =
  | {
      kind: "readable";
      /** As the file has it. */
      brand: Brand;
      /** What importing it changes in the draft. Pictures that come along are in it whole, as `data:` URLs. */
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
  const { slug, draft } = await readWork(ctx.db.kysely, merchantId);
  const outcome = await placeImages(ctx, { ...file, slug, place: inlined });
  if (outcome.kind === "invalid") return outcome;
  const changes = diffBrands(readStoredBrand(draft.brand), outcome.brand);
  return { kind: "readable", brand: file.brand, changes, imageCount: file.images.length };
}

const inlined: PlaceImage = async ({ bytes, format, width, height }) => {
  const type = format === "jpg" ? "jpeg" : format;
  return { kind: "placed", image: { url: `data:image/${type};base64,${Buffer.from(bytes).toString("base64")}`, width, height } };
};
