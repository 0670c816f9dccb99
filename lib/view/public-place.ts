import type { RouteMap } from "#lib/places/route-map.ts";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";

const FACILITY_WORDS =
  /\b(?:cent(?:er|re)|facility|hub|depot|terminal|station|gateway|airport|warehouse|post office|annex|branch|p&dc|ndc|rdc|isc|zentrum|niederlassung|filiale|agence|oficina)\b/i;

/** City level: no postcode, street, coordinates, nor any name that could be a recipient's. */
export function publicPlace(place: Place): Place {
  return {
    ...NOWHERE,
    city: cityWords(place.city, place),
    region: cityWords(place.region, place),
    country: place.country,
    facility: isPublicFacility(place.facility) ? place.facility : null,
  };
}

export function publicRouteMap(map: RouteMap): RouteMap {
  return { ...map, stops: map.stops.map((stop) => ({ ...stop, label: withoutNumbers(stop.label), name: withoutNumbers(stop.name) })) };
}

/** Only what calls itself a facility: the same field carries a company's or a person's name elsewhere. */
function isPublicFacility(facility: string | null): boolean {
  return facility !== null && FACILITY_WORDS.test(facility) && !/\p{Nd}/u.test(facility);
}

function cityWords(text: string | null, { postalCode }: Place): string | null {
  if (text === null) return null;
  const named = postalCode ? text.split(postalCode).join(" ") : text;
  return withoutNumbers(named) || null;
}

/** Postcodes and house numbers all over the world hold a digit. */
function withoutNumbers(text: string): string {
  return text
    .replace(/\S*\p{Nd}\S*/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/ ,/g, ",")
    .replace(/^[\s,;-]+|[\s,;-]+$/g, "");
}
