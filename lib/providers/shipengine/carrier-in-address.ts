/** The carrier's code in the address of a tracking resource: `…/v1/tracking?carrier_code=ups&…`, older `…/v1/tracking/usps/9361…`. */
export function carrierInAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  const [, inPath] = /\/tracking\/([a-z0-9_]+)\/[^/]+\/?$/.exec(url.pathname) ?? [];
  return url.searchParams.get("carrier_code") || (inPath ?? null);
}
