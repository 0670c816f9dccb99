import { createHash } from "node:crypto";
import type { Brand } from "#lib/branding/brand.ts";
import { buildBrandCss } from "#lib/branding/build-brand-css.ts";
import { derivePalette } from "#lib/branding/derive-palette.ts";
import { findMerchantBySlug, findMerchantForHost } from "#lib/merchants/find-merchant.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { RequestFacts } from "./request-facts.ts";
import { securityHeaders } from "./security-headers.ts";

/** Whose pages a request is about, and how that merchant's addresses begin here. */
export interface Site {
  merchant: Merchant;
  /** `""` on the merchant's own host, `/tracking/<merchant>` elsewhere. */
  pathPrefix: string;
  style: SiteStyle;
}

export interface SiteStyle {
  /** The brand's custom properties and font, inlined into every page. */
  css: string;
  /** Stands for exactly that text, in ETags and in the content security policy. */
  cssHash: string;
  /** What every page in this style is sent with. */
  securityHeaders: Readonly<Record<string, string>>;
  /** The browser's own bars. */
  themeColors: { light: string; dark: string };
}

const resolved = new WeakMap<object, Site>();

/** `merchantSlug` is the one in the address, where there is one; null for a merchant nobody knows. */
export async function resolveSite(runtime: Runtime, facts: Pick<RequestFacts, "host">, merchantSlug: string | null): Promise<Site | null> {
  const merchant = await (merchantSlug === null ? findMerchantForHost(runtime, facts.host) : findMerchantBySlug(runtime, merchantSlug));
  if (!merchant) return null;
  const site: Site = describeSite(merchant, merchantSlug === null ? "" : `/tracking/${merchant.slug}`);
  resolved.set(facts, site);
  return site;
}

/** The site as far as this request got, for when something breaks later on its way. */
export function resolvedSite(facts: Pick<RequestFacts, "host">): Site | null {
  return resolved.get(facts) ?? null;
}

export function describeSite<Owner extends { brand: Brand }>(merchant: Owner, pathPrefix: string) {
  return { merchant, pathPrefix, style: styleOf(merchant.brand) };
}

const styles = new WeakMap<Brand, SiteStyle>();

/** Stored brands are read once and kept, so the object itself is the key. */
function styleOf(brand: Brand): SiteStyle {
  const known = styles.get(brand);
  if (known) return known;
  const css = buildBrandCss(brand);
  const headerIn = (scheme: "light" | "dark") => derivePalette(brand.colors, scheme).palette.header;
  const cssHash = `sha256-${createHash("sha256").update(css).digest("base64")}`;
  const style = {
    css,
    cssHash,
    securityHeaders: securityHeaders([cssHash]),
    themeColors: { light: headerIn("light"), dark: headerIn("dark") },
  };
  styles.set(brand, style);
  return style;
}
