import type { Brand } from "#lib/branding/brand.ts";
import { diffBrands } from "#lib/branding/diff-brands.ts";
import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import type { Queryable } from "#lib/db/engine/database.ts";
import { findBrandInWork } from "#lib/db/queries/brand-drafts.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { checkBrand } from "./check-brand.ts";

/** What the studio works on, beside what pages show. */
export interface Draft {
  /** Whoever saves says which one they saw. It also counts up when another brand is published: then there is something new to see. */
  revision: number;
  /** JSON as it was last typed, right or wrong; the published one while nothing is worked on. */
  brand: unknown;
  /** What keeps it from being published. */
  issues: Issue[];
  /** Null while nothing is worked on. */
  updatedAt: Instant | null;
  /** A name; null for nobody, or nobody still there. */
  updatedBy: string | null;
  /** Whether publishing would change nothing. */
  isPublished: boolean;
  published: { version: number; brand: Brand; publishedAt: Instant };
}

export async function readDraft(db: Queryable, merchantId: MerchantId): Promise<Draft> {
  return (await readWork(db, merchantId)).draft;
}

/** The draft, and the slug that the addresses of the shop's own pictures begin with. */
export async function readWork(db: Queryable, merchantId: MerchantId): Promise<{ slug: string; draft: Draft }> {
  const row = await findBrandInWork(db, merchantId);
  if (!row) throw new AppError("merchant_unknown", { message: `No merchant has the id ${merchantId}.` });
  const { slug } = row;
  const published = {
    version: row.brand_version,
    brand: readStoredBrand(row.published_brand),
    publishedAt: row.published_at ?? row.merchant_updated_at,
  };
  const revision = row.revision ?? 0;
  if (row.brand === null) {
    const draft = { revision, brand: published.brand, issues: [], updatedAt: null, updatedBy: null, isPublished: true, published };
    return { slug, draft };
  }
  const brand: unknown = JSON.parse(row.brand);
  const checked = checkBrand(brand, slug);
  const draft = {
    revision,
    brand,
    issues: checked.kind === "brand" ? [] : checked.issues,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    isPublished: checked.kind === "brand" && isSameBrand(checked.brand, published.brand),
    published,
  };
  return { slug, draft };
}

export function isSameBrand(one: Brand, other: Brand): boolean {
  return diffBrands(one, other).length === 0;
}
