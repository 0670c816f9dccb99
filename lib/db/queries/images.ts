import type { Instant } from "#lib/shared/clock.ts";
import type { ImageId, MerchantId } from "#lib/shared/ids.ts";
import { compileOnce } from "../engine/compile-once.ts";
import type { Database, Queryable } from "../engine/database.ts";
import type { ImageFormat, ImagesTable } from "../schema.ts";

const selectImage = compileOnce((db, input: { slug: string; digest: string; format: string }) =>
  db
    .selectFrom("images")
    .innerJoin("merchants", "merchants.id", "images.merchant_id")
    .where("merchants.slug", "=", input.slug)
    .where("images.digest", "=", input.digest)
    .where("images.format", "=", input.format as ImageFormat)
    .select(["images.content", "images.width", "images.height"]),
);

/** By its address, which names the merchant. */
export async function findImageRow(
  db: Database,
  input: { slug: string; digest: string; format: string },
): Promise<Pick<ImagesTable, "content" | "width" | "height"> | undefined> {
  return (await selectImage(db, input))[0];
}

/** How much a merchant keeps beside the image with this digest. */
export async function measureOtherImages(
  db: Queryable,
  { merchantId, digest }: { merchantId: MerchantId; digest: string },
): Promise<{ count: number; bytes: number }> {
  const { count, bytes } = await db
    .selectFrom("images")
    .where("merchant_id", "=", merchantId)
    .where("digest", "<>", digest)
    .select((eb) => [eb.fn.countAll().as("count"), eb.fn.sum("byte_count").as("bytes")])
    .executeTakeFirstOrThrow();
  return { count: Number(count), bytes: Number(bytes ?? 0) };
}

/** The same picture again only becomes younger. Answers the slug its address begins with. */
export async function saveImageRow(db: Queryable, row: ImagesTable): Promise<string> {
  await db
    .insertInto("images")
    .values(row)
    .onConflict((conflict) => conflict.columns(["merchant_id", "digest"]).doUpdateSet({ created_at: row.created_at }))
    .execute();
  const merchant = await db.selectFrom("merchants").where("id", "=", row.merchant_id).select("slug").executeTakeFirstOrThrow();
  return merchant.slug;
}

const DIGESTS = /\/uploads\/[\w-]+\/([\da-f]{64})\./g;

/** Deletes a merchant's old images that no draft and no version shows. */
export async function deleteUnusedImages(
  db: Queryable,
  { merchantId, before }: { merchantId: MerchantId; before: Instant },
): Promise<void> {
  const old = await db
    .selectFrom("images")
    .where("merchant_id", "=", merchantId)
    .where("created_at", "<", before)
    .select(["id", "digest"])
    .execute();
  if (old.length === 0) return;
  const used = await listUsedDigests(db, merchantId);
  const unused = old.filter(({ digest }) => !used.has(digest)).map(({ id }) => id);
  if (unused.length > 0) await deleteImages(db, merchantId, unused);
}

async function listUsedDigests(db: Queryable, merchantId: MerchantId): Promise<Set<string>> {
  const brands = await db
    .selectFrom("merchants")
    .where("id", "=", merchantId)
    .select("brand")
    .unionAll(
      db
        .selectFrom("brand_drafts")
        .where("merchant_id", "=", merchantId)
        .where("brand", "is not", null)
        .select("brand")
        .$narrowType<{ brand: string }>(),
    )
    .unionAll(db.selectFrom("brand_versions").where("merchant_id", "=", merchantId).select("brand"))
    .execute();
  return new Set(brands.flatMap(({ brand }) => Array.from(brand.matchAll(DIGESTS), ([, digest = ""]) => digest)));
}

async function deleteImages(db: Queryable, merchantId: MerchantId, ids: readonly ImageId[]): Promise<void> {
  await db.deleteFrom("images").where("merchant_id", "=", merchantId).where("id", "in", ids).execute();
}
