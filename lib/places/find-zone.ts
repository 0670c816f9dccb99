import type { KnownZoneSource, ZoneName } from "#lib/tracking/event-time.ts";
import type { Place } from "#lib/tracking/place.ts";
import { findPostalArea } from "./find-postal-area.ts";
import { matchCities, sharedZone, territoryOf } from "./match-cities.ts";
import { readCountry } from "./read-country.ts";
import { citiesInFacilityText, zoneOfStateInFacilityText } from "./read-facility-text.ts";
import { readRegion } from "./region.ts";
import { positionOf, zoneAtCoordinates } from "./zone-at-coordinates.ts";
import { onlyZoneOf, zoneOfRegion } from "./zone-tables.ts";

export interface FoundZone {
  zone: ZoneName;
  source: KnownZoneSource;
}

type Rung = (place: Place, country: string | null) => ZoneName | null;

/** Best first; each rung answers only when it is certain. */
const RUNGS: readonly (readonly [source: KnownZoneSource, rung: Rung])[] = [
  ["coordinates", byCoordinates],
  ["postal_code", byPostalCode],
  ["city", byCity],
  ["facility_text", byFacilityText],
  ["country", byCountry],
];

/** The zone of a place and how it is known; null rather than a guess. */
export function findZone(place: Place): FoundZone | null {
  const country = readCountry(place.country);
  for (const [source, rung] of RUNGS) {
    const zone = rung(place, country);
    if (zone !== null) return { zone, source };
  }
  return null;
}

function byCoordinates(place: Place, country: string | null): ZoneName | null {
  const position = positionOf(place);
  return position === null ? null : zoneAtCoordinates(position, country);
}

function byPostalCode({ postalCode, region }: Place, country: string | null): ZoneName | null {
  return postalCode === null ? null : (findPostalArea(postalCode, country, region)?.zone ?? null);
}

/** A region with one zone is enough by itself. */
function byCity({ city, region }: Place, country: string | null): ZoneName | null {
  const zone = city === null ? null : sharedZone(matchCities(city, { country, region }));
  if (zone !== null) return zone;
  const code = country === null ? null : readRegion(country, region);
  return country === null || code === null ? null : zoneOfRegion(country, code);
}

/** Carriers put a facility's name into either field. */
function byFacilityText({ city, facility, region }: Place, country: string | null): ZoneName | null {
  for (const text of [facility, city]) {
    if (text === null) continue;
    const zone = sharedZone(citiesInFacilityText(text, { country, region })) ?? zoneOfStateInFacilityText(text, country);
    if (zone !== null) return zone;
  }
  return null;
}

function byCountry({ region }: Place, country: string | null): ZoneName | null {
  return country === null ? null : onlyZoneOf(territoryOf({ country, region }) ?? country);
}
