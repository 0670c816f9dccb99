import { readCountry } from "#lib/places/read-country.ts";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";
import type { MappingNote } from "#lib/tracking/snapshot.ts";

export interface VendorPlace {
  city: string | null;
  region: string | null;
  postalCode: string | null;
  country: string | null;
  latitude?: number | null;
  longitude?: number | null;
}

/** Words that make a "city" without region or postal code the name of a carrier's building. */
const FACILITY_WORDS =
  /\b(ANNEX|CENT(?:ER|RE)|CONSOLIDATION|DEPOT|DISTRIBUTION|FACILITY|GATEWAY|HUB|ISC|NDC|NETWORK|P&DC|PLANT|POST OFFICE|RDC|SORT(?:ATION|ING)?|TERMINAL|WAREHOUSE)\b/i;

/** What vendors write where they mean "no coordinates": the corner of the map, or its middle in the sea off Africa. */
const NO_COORDINATES = ["-90,-180", "0,0"];

export function readPlace(vendor: VendorPlace | null): { place: Place; notes: MappingNote[] } {
  if (vendor === null) return { place: NOWHERE, notes: [] };
  const country = readCountry(vendor.country);
  const namesFacility = vendor.city !== null && vendor.region === null && vendor.postalCode === null && FACILITY_WORDS.test(vendor.city);
  return {
    place: {
      city: namesFacility ? null : vendor.city,
      region: vendor.region,
      postalCode: vendor.postalCode,
      country,
      facility: namesFacility ? vendor.city : null,
      ...readCoordinates(vendor.latitude ?? null, vendor.longitude ?? null),
    },
    notes: vendor.country !== null && country === null ? [{ field: "place", word: vendor.country }] : [],
  };
}

/** The address parts of vendors that call them city, state, zip and country. */
export function fromAddress(
  address: { city: string | null; state: string | null; zip: string | null; country: string | null } | null,
): VendorPlace | null {
  return address && { city: address.city, region: address.state, postalCode: address.zip, country: address.country };
}

/** Null for a place without any part, where a snapshot asks whether there is one. */
export function presentPlace(place: Place): Place | null {
  return Object.values(place).some((part) => part !== null) ? place : null;
}

function readCoordinates(latitude: number | null, longitude: number | null): Pick<Place, "latitude" | "longitude"> {
  const isOnEarth = latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth && !NO_COORDINATES.includes(`${latitude},${longitude}`) ? { latitude, longitude } : { latitude: null, longitude: null };
}
