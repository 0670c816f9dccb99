/** What decides an address of the shop's; empty for what is left out. */
export interface AddressParts {
  origin: string;
  merchant: string;
  carrier: string;
  number: string;
  key: string;
  lang: string;
  theme: string;
}

/** The parcel's page, and what shows it in a frame: that takes a carrier, where the page can ask for it. */
export function parcelAddresses({ carrier, number, key, lang, theme, ...shop }: AddressParts): { page: string; frame: string | null } {
  const query = withQuery({ key, lang, theme });
  const path = [carrier, number].map((part) => `/${encodeURIComponent(part.trim())}`).join("");
  if (number.trim() === "") return { page: lookupAddress(shop), frame: null };
  if (carrier.trim() === "") return { page: `${lookupAddress(shop)}${withQuery({ number, lang, theme })}`, frame: null };
  return { page: `${root(shop)}${path}${query}`, frame: `${root(shop)}/embed${path}${query}` };
}

/** Where a number is looked up by `?number=`. */
export function lookupAddress(shop: Pick<AddressParts, "origin" | "merchant">): string {
  return root(shop) === shop.origin ? `${shop.origin}/` : root(shop);
}

function root({ origin, merchant }: Pick<AddressParts, "origin" | "merchant">): string {
  return merchant === "" ? origin : `${origin}/tracking/${encodeURIComponent(merchant)}`;
}

function withQuery(parts: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== ""));
  return query.size === 0 ? "" : `?${query}`;
}
