import type { Brand } from "#lib/branding/brand.ts";
import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import type { MerchantRow } from "#lib/db/queries/merchants.ts";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

export interface Merchant {
  id: MerchantId;
  slug: string;
  isDefault: boolean;
  /** Counts up when the brand changes: part of every page's ETag. */
  brandVersion: number;
  brand: Brand;
}

/** A slug is also a label of a domain and a segment of an address. */
export const SLUG = /^[a-z\d](?:[a-z\d-]{0,38}[a-z\d])?$/;

/** Brands are read on every request and change rarely; the stored text itself is the key, so none can be stale. */
const brands = boundedMemo<Brand>(1000);

export function readMerchant(row: MerchantRow): Merchant {
  return {
    id: row.id,
    slug: row.slug,
    isDefault: row.is_default === 1,
    brandVersion: row.brand_version,
    brand: brands(row.brand, () => readStoredBrand(row.brand)),
  };
}
