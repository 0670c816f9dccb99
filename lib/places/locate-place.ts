import type { Place } from "#lib/tracking/place.ts";
import type { Position } from "./coordinate-code.ts";
import { findPostalArea } from "./find-postal-area.ts";
import { type KnownCity, nearestCity } from "./gazetteer.ts";
import { kilometresBetween } from "./kilometres-between.ts";
import { matchCities, sharedSpot } from "./match-cities.ts";
import { readCountry } from "./read-country.ts";
import { citiesInFacilityText } from "./read-facility-text.ts";
import { tidyPlaceName } from "./tidy-place-name.ts";
import { positionOf } from "./zone-at-coordinates.ts";

export interface LocatedPlace extends Position {
  /** The town alone, in readable case: "Las Vegas". */
  city: string;
  /** The town for sentences: "Las Vegas, NV", "Leipzig, DE". */
  name: string;
}

/** A town of that name may lie this far from the postal code or coordinates beside it. */
const SAME_TOWN_KM = 60;

/**
 * Where a place is on a map, never finer than its town: coordinates and postal codes only choose the town, since a map is public.
 * Null where the words could mean several.
 */
export function locatePlace(place: Place): LocatedPlace | null {
  const country = readCountry(place.country);
  const spot = positionOf(place) ?? postalPosition(place, country);
  const around = { country, region: place.region };
  const named = place.city === null ? [] : matchCities(place.city, around);
  const town = chooseTown(named, spot);
  if (town !== null) return located(town, place.city);
  const facilities = [place.facility, place.city].flatMap((text) => (text === null ? [] : citiesInFacilityText(text, around)));
  const neighbour = chooseTown(facilities, spot) ?? (spot === null ? null : nearestCity(spot, country, SAME_TOWN_KM));
  return neighbour === null ? null : located(neighbour, null);
}

function postalPosition({ postalCode, region }: Place, country: string | null): Position | null {
  return postalCode === null ? null : (findPostalArea(postalCode, country, region)?.position ?? null);
}

function chooseTown(towns: readonly KnownCity[], spot: Position | null): KnownCity | null {
  if (spot === null) return sharedSpot(towns);
  const near = towns.map((town) => ({ town, away: kilometresBetween(town, spot) })).sort((a, b) => a.away - b.away)[0];
  return near !== undefined && near.away <= SAME_TOWN_KM ? near.town : null;
}

function located({ key, country, region, latitude, longitude }: KnownCity, written: string | null): LocatedPlace {
  const city = tidyPlaceName(written ?? key);
  return { latitude, longitude, city, name: `${city}, ${region ?? country}` };
}
