import type { ZoneName } from "#lib/tracking/event-time.ts";
import { isFacilityWord } from "./facility-words.ts";
import type { KnownCity } from "./gazetteer.ts";
import { HUBS, type Hub } from "./hubs.ts";
import { matchCities, type Surroundings } from "./match-cities.ts";
import { placeKey } from "./place-key.ts";
import { readCountry } from "./read-country.ts";
import { readRegion } from "./region.ts";
import { zoneOfRegion } from "./zone-tables.ts";

/** Countries whose carriers write `CITY ST` in one breath. */
const STATE_WRITERS = ["US", "CA", "AU"];
const LONGEST_NAME_WORDS = 5;
const LONGEST_COUNTRY_CODE = 3;
/** Longer text is a sentence or worse, and not worth the search. */
const LONGEST_TEXT = 120;
/** They are towns too, but not of a `North Hub`. */
const DIRECTIONS = new Set(["north", "south", "east", "west", "central"]);

/** Every place a facility's name can mean: `OAK CREEK WI DISTRIBUTION CENTER`, `ISC NEW YORK NY(USPS)`, `Leipzig Hub`, `LEIPZIG - GERMANY`. */
export function citiesInFacilityText(text: string, around: Surroundings): KnownCity[] {
  if (text.length > LONGEST_TEXT) return [];
  const beforeState = citiesBeforeState(text, around.country);
  if (beforeState.length > 0) return beforeState;
  const names = namesWithoutFacilityWords(text);
  const hub = names.map((name) => HUBS[name]).find((found) => found !== undefined);
  if (hub && fits(hub, around)) {
    return matchCities(hub.city, { country: hub.country, region: hub.region ?? null });
  }
  const beforeSeparator = firstFound(separations(text), (parts) => citiesBeforeSeparator(parts, around));
  if (beforeSeparator.length > 0) return beforeSeparator;
  const named = firstFound(names, (name) => matchCities(name, around));
  return named.length > 0 ? named : citiesBeforeCountryName(text, around);
}

function firstFound<T>(options: readonly T[], find: (option: T) => KnownCity[]): KnownCity[] {
  for (const option of options) {
    const cities = find(option);
    if (cities.length > 0) return cities;
  }
  return [];
}

function fits(hub: Hub, { country, region }: Surroundings): boolean {
  const written = readRegion(hub.country, region);
  return (country === null || country === hub.country) && (written === null || written === hub.region);
}

/** The zone of the state in `MID HUDSON NY DISTRIBUTION CENTER`, where the state has only one and the words before it are no town. */
export function zoneOfStateInFacilityText(text: string, country: string | null): ZoneName | null {
  if (country !== null && country !== "US") return null;
  const [, code = null] = /\w [^\w]*([A-Z]{2}) (?:NETWORK |REGIONAL |LOCAL )?(?:DISTRIBUTION|PROCESSING)\b/.exec(text) ?? [];
  const state = readRegion("US", code);
  return state === null ? null : zoneOfRegion("US", state);
}

/** The towns before a state that closes the text or is followed by facility words; the longest name wins: `NORTH LAS VEGAS NV` is not Las Vegas. */
function citiesBeforeState(text: string, country: string | null): KnownCity[] {
  const tokens = tokensOf(text);
  const writers = STATE_WRITERS.filter((writer) => country === null || country === writer);
  return tokens.flatMap((token, end) =>
    writers.flatMap((writer) => {
      const region = isStateToken(token, tokens[end + 1]) ? readRegion(writer, token) : null;
      if (region === null) return [];
      for (let start = Math.max(0, end - LONGEST_NAME_WORDS); start < end; start++) {
        const cities = matchCities(tokens.slice(start, end).join(" "), { country: writer, region });
        if (cities.length > 0) return cities;
      }
      return [];
    }),
  );
}

/** Not the `ON` of `Weston on the Green`. */
function isStateToken(token: string, next: string | undefined): boolean {
  return /^[A-Z]{2,3}$/.test(token) && (next === undefined || isFacilityWord(next) || /^\d/.test(next) || readCountry(next) !== null);
}

type Separation = readonly [before: string, after: string];

/** Every way to cut the text at ` - ` or a comma, the last cut first: `CINCINNATI HUB, OH - USA` ends with its country. */
function separations(text: string): Separation[] {
  return [...text.trim().matchAll(/\s+-\s+|\s*,\s*/g)]
    .map(({ 0: separator, index }): Separation => [text.trim().slice(0, index), text.trim().slice(index + separator.length)])
    .filter(([before, after]) => before !== "" && after !== "")
    .reverse();
}

/** `Leipzig - Germany`, `Atlanta, Georgia`: what follows is a country or a region, as far as that finds a place. */
function citiesBeforeSeparator([before, after]: Separation, around: Surroundings): KnownCity[] {
  const inCountry = citiesInCountry(before, after, around);
  if (inCountry.length > 0) return inCountry;
  const writers = STATE_WRITERS.filter(
    (writer) => (around.country === null || around.country === writer) && readRegion(writer, after) !== null,
  );
  return writers.flatMap((writer) => citiesInFacilityText(before, { country: writer, region: after }));
}

function citiesInCountry(text: string, countryText: string, around: Surroundings): KnownCity[] {
  const country = readCountry(countryText);
  const isAllowed = country !== null && (around.country === null || around.country === country);
  return isAllowed ? citiesInFacilityText(text, { ...around, country }) : [];
}

/** `SINGAPORE SINGAPORE`, `Leipzig Germany`: a written-out country closes the text. Codes don't count, many are states as well. */
function citiesBeforeCountryName(text: string, around: Surroundings): KnownCity[] {
  const words = text.trim().split(/\s+/);
  const cuts = words.slice(1).map((_, index): Separation => [words.slice(0, index + 1).join(" "), words.slice(index + 1).join(" ")]);
  return firstFound(
    cuts.filter(([, after]) => after.length > LONGEST_COUNTRY_CODE),
    ([before, after]) => citiesInCountry(before, after, around),
  );
}

/** The name, then what is left of it as facility words fall off its ends: `Iron Station Hub` is in Iron Station, not in Iron. */
function namesWithoutFacilityWords(text: string): string[] {
  const words = placeKey(text.replace(/\([^)]*\)/g, " ")).split(" ");
  const names: string[] = [];
  while (words.length > 0) {
    if (!words.every((word) => isFacilityWord(word) || DIRECTIONS.has(word))) names.push(words.join(" "));
    if (isFacilityWord(words.at(-1) ?? "")) words.pop();
    else if (isFacilityWord(words[0] ?? "")) words.shift();
    else break;
  }
  return names;
}

function tokensOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}.'’&-]+/u).filter((token) => token !== "");
}
