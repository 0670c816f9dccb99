import { type CarrierSlug, type CodeProvider, carrierByProviderCode, findCarrier, providerCodeOf } from "#lib/carriers/catalog.ts";

/**
 * What a dialect calls a carrier: its own code, or where it has none, a word of ours that its readers take for no other carrier
 * (ShipEngine's `asendia` is another company than ours).
 */
export function carrierCodeIn(dialect: CodeProvider, slug: CarrierSlug): string {
  const carrier = findCarrier(slug);
  if (carrier === null) return slug;
  const code = providerCodeOf(carrier, dialect);
  const words = code === null ? [slug, ...carrier.aliases] : [code];
  return words.find((word) => carrierByProviderCode(dialect, word) === carrier) ?? slug;
}
