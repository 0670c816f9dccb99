import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { BrandVersionsTable, MerchantsTable } from "../schema.ts";
import { countUpDraft } from "./brand-drafts.ts";

export type PublishedBrandRow = Pick<MerchantsTable, "slug" | "brand">;

/** Whoever publishes waits here for the other; call it inside a transaction. */
export async function lockPublishedBrand(db: Queryable, merchantId: MerchantId): Promise<PublishedBrandRow> {
  return db.selectFrom("merchants").where("id", "=", merchantId).select(["slug", "brand"]).forUpdate().executeTakeFirstOrThrow();
}

export interface Publication {
  merchantId: MerchantId;
  name: string;
  brand: string;
  at: Instant;
  by: UserId | null;
  note: string | null;
  restoredFrom: number | null;
}

/** Makes a brand the one that pages show, and a version to come back to; answers its number. */
export async function publishBrandRow(db: Queryable, publication: Publication): Promise<number> {
  const { merchantId, name, brand, at } = publication;
  const { brand_version: version } = await db
    .updateTable("merchants")
    .set((eb) => ({ name, brand, brand_version: eb("brand_version", "+", 1), updated_at: at }))
    .where("id", "=", merchantId)
    .returning("brand_version")
    .executeTakeFirstOrThrow();
  await recordBrandVersion(db, { ...publication, version });
  return version;
}

/** Keeps what a merchant's row says is published; does nothing where that version was kept already. */
export async function recordBrandVersion(
  db: Queryable,
  { merchantId, version, brand, at, by, note, restoredFrom }: Omit<Publication, "name"> & { version: number },
): Promise<void> {
  const inserted = await db
    .insertInto("brand_versions")
    .values({ merchant_id: merchantId, version, brand, published_at: at, published_by: by, note, restored_from: restoredFrom })
    .onConflict((conflict) => conflict.columns(["merchant_id", "version"]).doNothing())
    .returning("version")
    .executeTakeFirst();
  if (inserted) await countUpDraft(db, { merchantId, at });
}

export type BrandVersionRow = Omit<BrandVersionsTable, "merchant_id" | "published_by"> & {
  /** Their name. */
  published_by: string | null;
  current_version: number;
};

const selectVersions = (db: Queryable, merchantId: MerchantId) =>
  db
    .selectFrom("brand_versions")
    .innerJoin("merchants", "merchants.id", "brand_versions.merchant_id")
    .leftJoin("users", "users.id", "brand_versions.published_by")
    .where("brand_versions.merchant_id", "=", merchantId)
    .select([
      "brand_versions.version",
      "brand_versions.brand",
      "brand_versions.published_at",
      "brand_versions.note",
      "brand_versions.restored_from",
      "merchants.brand_version as current_version",
      "users.name as published_by",
    ]);

/** Newest first. */
export async function listBrandVersionRows(
  db: Queryable,
  { merchantId, limit, beforeVersion }: { merchantId: MerchantId; limit: number; beforeVersion: number | undefined },
): Promise<BrandVersionRow[]> {
  const versions = selectVersions(db, merchantId).orderBy("brand_versions.version", "desc").limit(limit);
  return (beforeVersion === undefined ? versions : versions.where("brand_versions.version", "<", beforeVersion)).execute();
}

export async function findBrandVersionRow(
  db: Queryable,
  { merchantId, version }: { merchantId: MerchantId; version: number },
): Promise<BrandVersionRow | undefined> {
  return selectVersions(db, merchantId).where("brand_versions.version", "=", version).executeTakeFirst();
}
