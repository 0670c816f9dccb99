import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { BrandDraftsTable } from "../schema.ts";

export type DraftRow = Pick<BrandDraftsTable, "revision" | "brand">;

/** What is published and what is worked on, in one look; names of people, not ids. */
export async function findBrandInWork(db: Queryable, merchantId: MerchantId) {
  return db
    .selectFrom("merchants")
    .leftJoin("brand_versions", (join) =>
      join.onRef("brand_versions.merchant_id", "=", "merchants.id").onRef("brand_versions.version", "=", "merchants.brand_version"),
    )
    .leftJoin("brand_drafts", "brand_drafts.merchant_id", "merchants.id")
    .leftJoin("users", "users.id", "brand_drafts.updated_by")
    .where("merchants.id", "=", merchantId)
    .select([
      "merchants.slug",
      "merchants.brand as published_brand",
      "merchants.brand_version",
      "merchants.updated_at as merchant_updated_at",
      "brand_versions.published_at",
      "brand_drafts.revision",
      "brand_drafts.brand",
      "brand_drafts.updated_at",
      "users.name as updated_by",
    ])
    .executeTakeFirst();
}

/** Call it inside a transaction, after the merchant's row was locked where both are. */
export async function lockDraft(db: Queryable, merchantId: MerchantId): Promise<DraftRow | undefined> {
  return db.selectFrom("brand_drafts").where("merchant_id", "=", merchantId).select(["revision", "brand"]).forUpdate().executeTakeFirst();
}

export interface DraftChange {
  merchantId: MerchantId;
  /** The one whoever saves has seen; 0 where there was none. */
  revision: number;
  /** Null to work on nothing any more. */
  brand: string | null;
  at: Instant;
  by: UserId | null;
}

/** The new revision; null where another was saved meanwhile. */
export async function saveDraftRow(db: Queryable, { merchantId, revision, brand, at, by }: DraftChange): Promise<number | null> {
  const saved = await db
    .insertInto("brand_drafts")
    .values({ merchant_id: merchantId, revision: revision + 1, brand, updated_at: at, updated_by: by })
    .onConflict((conflict) =>
      conflict
        .column("merchant_id")
        .doUpdateSet((eb) => ({
          revision: eb("brand_drafts.revision", "+", 1),
          brand: eb.ref("excluded.brand"),
          updated_at: eb.ref("excluded.updated_at"),
          updated_by: eb.ref("excluded.updated_by"),
        }))
        .where("brand_drafts.revision", "=", revision),
    )
    .returning("revision")
    .executeTakeFirst();
  return saved?.revision ?? null;
}

/** So that whoever works on the brand learns that another was published meanwhile; what they work on stays. */
export async function countUpDraft(db: Queryable, { merchantId, at }: { merchantId: MerchantId; at: Instant }): Promise<void> {
  await db
    .insertInto("brand_drafts")
    .values({ merchant_id: merchantId, revision: 1, brand: null, updated_at: at, updated_by: null })
    .onConflict((conflict) => conflict.column("merchant_id").doUpdateSet((eb) => ({ revision: eb("brand_drafts.revision", "+", 1) })))
    .execute();
}
