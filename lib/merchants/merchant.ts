import type { Brand } from "#lib/branding/brand.ts";
import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import type { MerchantRow } from "#lib/db/queries/merchants.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

export interface Merchant {
  id: MerchantId;
  slug: string;
  isDefault: boolean;
  /** Counts up when the brand changes: part of every page's ETag. */
  brandVersion: number;
  brand: Brand;
}

/** Brands are read on every request and change rarely; the stored text itself is the key, so none can be stale. */
const KEPT_BRANDS = 1000;
const brands = new Map<string, Brand>();

export function readMerchant(row: MerchantRow): Merchant {
  return {
    id: row.id,
    slug: row.slug,
    isDefault: row.is_default === 1,
    brandVersion: row.brand_version,
    brand: readBrand(row.brand),
  };
}

function readBrand(text: string): Brand {
  const kept = brands.get(text);
  if (kept) return kept;
  const oldest = brands.size >= KEPT_BRANDS ? brands.keys().next().value : undefined;
  if (oldest !== undefined) brands.delete(oldest);
  const brand = readStoredBrand(text);
  brands.set(text, brand);
  return brand;
}
