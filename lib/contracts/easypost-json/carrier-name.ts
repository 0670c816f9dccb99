import { type CarrierSlug, findCarrier, providerCodeOf } from "#lib/carriers/catalog.ts";

/** What EasyPost calls a carrier; our own word for those it does not know, which our own API reads as well. */
export function easypostCarrierName(slug: CarrierSlug): string {
  const carrier = findCarrier(slug);
  return (carrier && providerCodeOf(carrier, "easypost")) ?? slug;
}
