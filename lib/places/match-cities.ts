import type { ZoneName } from "#lib/tracking/event-time.ts";
import { citiesNamed, type KnownCity } from "./gazetteer.ts";
import { kilometresBetween } from "./kilometres-between.ts";
import { hasKnownRegions, readRegion, US_TERRITORIES } from "./region.ts";
import { haveSameClock } from "./zone-tables.ts";

/** What narrows a name down: country as alpha-2, region as the carrier wrote it. */
export interface Surroundings {
  country: string | null;
  region: string | null;
}

/** They write two-letter regions that we can't read and that look like US states: `COMO CO`, `SALEM TN`. */
const LOOKALIKE_REGIONS = new Set(["CH", "ES", "IN", "IT", "MY", "NL"]);

/** Every place the words can mean. More than one is not an error: ask `sharedZone` or `sharedSpot` what they have in common. */
export function matchCities(name: string, around: Surroundings): KnownCity[] {
  const territory = territoryOf(around);
  const country = territory ?? around.country;
  const region = territory === null ? emptyToNull(around.region) : null;
  const named = citiesNamed(name).filter((city) => country === null || city.country === country);
  if (region === null) return named;
  const inRegion = named.filter((city) => city.region !== null && readRegion(city.country, region) === city.region);
  if (country !== null) {
    const isReadable = hasKnownRegions(country) && readRegion(country, region) !== null;
    return isReadable ? inRegion : named;
  }
  const elsewhere = named.filter((city) => city.region === null);
  if (inRegion.length === 0) return elsewhere;
  const rivals = region.length === 2 ? elsewhere.filter((city) => LOOKALIKE_REGIONS.has(city.country)) : [];
  return [...inRegion, ...rivals];
}

/** US territories stand as country or as state. */
export function territoryOf({ country, region }: Surroundings): string | null {
  const code = country === "US" ? readRegion("US", region) : null;
  return code !== null && US_TERRITORIES.has(code) ? code : null;
}

/** The zone if all of them, one country's, show the same time; the largest one's name for it. */
export function sharedZone(cities: readonly KnownCity[]): ZoneName | null {
  const [first, ...others] = cities;
  if (first === undefined) return null;
  const agree = others.every((other) => other.country === first.country && haveSameClock(other.zone, first.zone));
  return agree ? first.zone : null;
}

const ONE_TOWN_KM = 50;

/** The largest of them if the others lie beside it. */
export function sharedSpot(cities: readonly KnownCity[]): KnownCity | null {
  const [first, ...others] = cities;
  if (first === undefined) return null;
  return others.every((other) => kilometresBetween(other, first) <= ONE_TOWN_KM) ? first : null;
}

function emptyToNull(text: string | null): string | null {
  return text?.trim() ? text.trim() : null;
}
