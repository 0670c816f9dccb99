import type { Brand } from "#lib/branding/brand.ts";
import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import type { BrandVersionRow } from "#lib/db/queries/brand-versions.ts";
import type { Instant } from "#lib/shared/clock.ts";

/** A brand that is published, or was. */
export interface BrandVersion {
  version: number;
  publishedAt: Instant;
  /** A name; null where the command line or the API did it, or they are gone. */
  publishedBy: string | null;
  note: string | null;
  /** The version it was brought back from. */
  restoredFrom: number | null;
  isCurrent: boolean;
  brand: Brand;
}

export function readBrandVersion(row: BrandVersionRow): BrandVersion {
  return {
    version: row.version,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    note: row.note,
    restoredFrom: row.restored_from,
    isCurrent: row.version === row.current_version,
    brand: readStoredBrand(row.brand),
  };
}
