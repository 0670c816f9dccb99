import { type CarrierSlug, findCarrier } from "./catalog.ts";

/** The carrier's own page for a number; null where it has none that takes the number in its address. */
export function carrierTrackingUrl(slug: CarrierSlug, number: string): string | null {
  return findCarrier(slug)?.trackingUrl?.replace("{number}", () => encodeURIComponent(number.toWellFormed())) ?? null;
}
