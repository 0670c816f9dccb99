import { createHash } from "node:crypto";
import type { Brand } from "#lib/branding/brand.ts";
import { buildBrandCss } from "#lib/branding/build-brand-css.ts";
import { findMerchantBySlug, findMerchantForHost } from "#lib/merchants/find-merchant.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { RequestFacts } from "./request-facts.ts";

/** Whose pages a request is about, and how that merchant's addresses begin here. */
export interface Site {
  merchant: Merchant;
  /** `""` on the merchant's own host, `/tracking/<merchant>` elsewhere. */
  pathPrefix: string;
  brandCss: string;
  /** For the content security policy: the hash of exactly `brandCss`. */
  brandCssHash: string;
}

/** `merchantSlug` is the one in the address, where there is one; null for a merchant nobody knows. */
export async function resolveSite(runtime: Runtime, facts: Pick<RequestFacts, "host">, merchantSlug: string | null): Promise<Site | null> {
  if (merchantSlug === null) return describeSite(await findMerchantForHost(runtime, facts.host), "");
  const merchant = await findMerchantBySlug(runtime, merchantSlug);
  return merchant && describeSite(merchant, `/tracking/${merchant.slug}`);
}

export function describeSite<Owner extends { brand: Brand }>(merchant: Owner, pathPrefix: string) {
  return { merchant, pathPrefix, ...styleOf(merchant.brand) };
}

const styles = new WeakMap<Brand, Pick<Site, "brandCss" | "brandCssHash">>();

/** Stored brands are read once and kept, so the object itself is the key. */
function styleOf(brand: Brand) {
  const known = styles.get(brand);
  if (known) return known;
  const brandCss = buildBrandCss(brand);
  const style = { brandCss, brandCssHash: `sha256-${createHash("sha256").update(brandCss).digest("base64")}` };
  styles.set(brand, style);
  return style;
}
