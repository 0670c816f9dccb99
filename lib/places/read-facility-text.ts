import type { ZoneName } from "#lib/tracking/event-time.ts";
import { isFacilityWord } from "./facility-words.ts";
import type { KnownCity } from "./gazetteer.ts";
import { HUBS } from "./hubs.ts";
import { matchCities, type Surroundings } from "./match-cities.ts";
import { placeKey } from "./place-key.ts";
import { readCountry } from "./read-country.ts";
import { readRegion, US_TERRITORIES } from "./region.ts";
import { zoneOfRegion } from "./zone-tables.ts";

/** Countries whose carriers write `CITY ST` in one breath. */
const STATE_WRITERS = ["US", "CA", "AU"];
const LONGEST_NAME_WORDS = 5;
/** They are towns too, but not of a `North Hub`. */
const DIRECTIONS = new Set(["north", "south", "east", "west", "central"]);

/** Every place a facility's name can mean: `OAK CREEK WI DISTRIBUTION CENTER`, `ISC NEW YORK NY(USPS)`, `Leipzig Hub`, `LEIPZIG - GERMANY`. */
export function citiesInFacilityText(text: string, around: Surroundings): KnownCity[] {
  const beforeState = citiesBeforeState(text, around.country);
  if (beforeState.length > 0) return beforeState;
  const key = placeKey(text.replace(/\([^)]*\)/g, " "));
  const bare = withoutFacilityWords(key);
  const hub = HUBS[key] ?? HUBS[bare];
  if (hub && (around.country === null || around.country === hub.country)) {
    return matchCities(hub.city, { country: hub.country, region: hub.region ?? null });
  }
  const inParts = citiesBeforeComma(text, around);
  return inParts.length > 0 || bare === "" ? inParts : matchCities(bare, around);
}

/** `Leipzig - Germany`, `Atlanta, Georgia`: what follows is a country, a region, or both, as far as that finds a place. */
function citiesBeforeComma(text: string, around: Surroundings): KnownCity[] {
  const comma = /^(.+?)(?:\s+-\s+|\s*,\s*)([^,]+)$/.exec(text.trim());
  const [, first = "", last = ""] = comma ?? [];
  if (comma === null) return [];
  const country = readCountry(last);
  const inCountry =
    country !== null && (around.country === null || around.country === country) ? citiesInFacilityText(first, { ...around, country }) : [];
  return inCountry.length > 0 ? inCountry : matchCities(first, { country: around.country, region: last });
}

/** The zone of the state in `MID HUDSON NY DISTRIBUTION CENTER`, where the state has only one and the words before it are no town. */
export function zoneOfStateInFacilityText(text: string, country: string | null): ZoneName | null {
  if (country !== null && country !== "US") return null;
  const tokens = tokensOf(text);
  const zones = tokens.flatMap((token, i) => {
    const follows = tokens[i + 1];
    const isFacility = i > 0 && follows !== undefined && isFacilityWord(follows);
    const state = isFacility && /^[A-Z]{2}$/.test(token) ? readRegion("US", token) : null;
    return state === null ? [] : [zoneOfRegion("US", state)];
  });
  return zones.length === 1 ? (zones[0] ?? null) : null;
}

/** The towns before a state; the longest name wins: `NORTH LAS VEGAS NV` is not Las Vegas. */
function citiesBeforeState(text: string, country: string | null): KnownCity[] {
  const tokens = tokensOf(text);
  const writers = STATE_WRITERS.filter((writer) => country === null || country === writer);
  return tokens.flatMap((token, end) =>
    writers.flatMap((writer) => {
      const region = token.length <= 3 && token === token.toUpperCase() ? readRegion(writer, token) : null;
      if (region === null || end === 0 || US_TERRITORIES.has(region)) return [];
      for (let start = Math.max(0, end - LONGEST_NAME_WORDS); start < end; start++) {
        const cities = matchCities(tokens.slice(start, end).join(" "), { country: writer, region });
        if (cities.length > 0) return cities;
      }
      return [];
    }),
  );
}

function withoutFacilityWords(key: string): string {
  const words = key.split(" ");
  const isPlain = (word: string) => !isFacilityWord(word) && !/^\d+$/.test(word);
  if (words.every((word) => !isPlain(word) || DIRECTIONS.has(word))) return "";
  const first = words.findIndex(isPlain);
  const last = words.findLastIndex(isPlain);
  return first === -1 ? "" : words.slice(first, last + 1).join(" ");
}

function tokensOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}.'’&-]+/u).filter((token) => token !== "");
}
