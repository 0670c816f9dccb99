import type { MerchantSummary } from "./list-merchants.ts";

/** Where a merchant's pages are reached: `${origin}${pathPrefix}/usps/9400…`. */
export interface MerchantAddress {
  origin: string;
  /** `""`, or `/tracking/<slug>` for a merchant without a host of its own. */
  pathPrefix: string;
}

export function buildMerchantAddress(
  merchant: Pick<MerchantSummary, "slug" | "isDefault" | "hosts">,
  publicOrigin: string,
): MerchantAddress {
  if (merchant.isDefault) return { origin: publicOrigin, pathPrefix: "" };
  const [host] = merchant.hosts;
  if (host === undefined) return { origin: publicOrigin, pathPrefix: `/tracking/${merchant.slug}` };
  return { origin: originOfHost(host, publicOrigin), pathPrefix: "" };
}

/** The same server answers for a merchant's own host, so scheme and port stay. */
export function originOfHost(host: string, publicOrigin: string): string {
  const { protocol, port } = new URL(publicOrigin);
  return `${protocol}//${host}${port && `:${port}`}`;
}
