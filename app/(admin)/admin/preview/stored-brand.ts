import type { Brand } from "#lib/branding/brand.ts";
import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import { findBrandVersion } from "#lib/brands/find-brand-version.ts";
import { loadDraft } from "#lib/brands/load-draft.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

/** `of`: `draft`, `published`, or a version's number; null where there is no such version. */
export async function loadStoredBrand(runtime: Runtime, { merchantId, of }: { merchantId: MerchantId; of: string }): Promise<Brand | null> {
  if (/^\d{1,9}$/.test(of)) return (await findBrandVersion(runtime, { merchantId, version: Number(of) }))?.brand ?? null;
  const { brand, published } = await loadDraft(runtime, { merchantId });
  return of === "draft" ? readStoredBrand(brand, published.brand.name) : published.brand;
}
