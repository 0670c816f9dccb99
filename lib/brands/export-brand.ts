import type { Database } from "#lib/db/engine/database.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { type BrandFile, type BrandFileImage, brandFileOf } from "./brand-file.ts";
import { readWork } from "./draft.ts";
import { findImage } from "./find-image.ts";
import { parseImageUrl } from "./image-url.ts";

export interface ExportBrandInput {
  merchantId: MerchantId;
  of: "published" | "draft";
}

/** A brand with its uploaded pictures, in one file. What every installation brings along is left out. */
export async function exportBrand(ctx: { db: Database; clock: Clock }, { merchantId, of }: ExportBrandInput): Promise<BrandFile> {
  const { slug, draft } = await readWork(ctx.db.kysely, merchantId);
  const brand = of === "draft" ? draft.brand : draft.published.brand;
  const images = await Promise.all(imageUrlsIn(brand).map((url) => readImage(ctx, slug, url)));
  return brandFileOf({ exportedAt: ctx.clock.now(), brand, images: images.filter((image) => image !== null) });
}

const MOST_IMAGES = 8;

/** Wherever they stand: a draft may be anything. */
function imageUrlsIn(brand: unknown): string[] {
  const urls = JSON.stringify(brand).match(/(?<=")\/uploads\/[\w/.-]+(?=")/g) ?? [];
  return [...new Set(urls)].slice(0, MOST_IMAGES);
}

/** Of this shop's own only: another's is none of its brand. */
async function readImage(ctx: { db: Database }, slug: string, url: string): Promise<BrandFileImage | null> {
  const address = parseImageUrl(url);
  const found = address?.slug === slug ? await findImage(ctx, address) : null;
  return address && found && { url, format: address.format, base64: Buffer.from(found.bytes).toString("base64") };
}
