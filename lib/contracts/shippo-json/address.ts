import type { Place } from "#lib/tracking/place.ts";

/** Parts that are not known are empty, as in what Shippo answers. */
export interface ShippoAddress {
  city: string;
  state: string;
  zip: string;
  country: string;
}

/** Null for a place of which Shippo has nothing to say. A facility stands where the city would. */
export function buildAddress(place: Place | null): ShippoAddress | null {
  if (place === null) return null;
  const address = {
    city: place.city ?? place.facility ?? "",
    state: place.region ?? "",
    zip: place.postalCode ?? "",
    country: place.country ?? "",
  };
  return Object.values(address).some((part) => part !== "") ? address : null;
}
