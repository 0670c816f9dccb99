import type { ZoneName } from "#lib/tracking/event-time.ts";
import { decodeIndex, decodePosition, POSITION_LENGTH, type Position } from "./coordinate-code.ts";
import table from "./data/cities.json" with { type: "json" };
import { kilometresBetween } from "./kilometres-between.ts";
import { placeKey } from "./place-key.ts";
import { zonesOfCountry } from "./zone-tables.ts";

/** A place of the table; several may share a name. */
export interface KnownCity extends Position {
  /** The name as filed, see `placeKey`. */
  key: string;
  country: string;
  /** The carriers' short form (`WI`, `NSW`); null where regions are not told apart. */
  region: string | null;
  zone: ZoneName;
}

/** Sorted lines of `name TAB place,place,…`: searched by halving, so that nothing is parsed or indexed at start. */
const lines: string = table.lines;

/** All places of that name, largest first; carriers' and local spellings are understood. */
export function citiesNamed(name: string): KnownCity[] {
  const key = placeKey(name);
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = lines.lastIndexOf("\n", middle - 1) + 1;
    const end = lines.indexOf("\n", middle);
    const tab = lines.indexOf("\t", start);
    const found = lines.slice(start, tab);
    if (found === key) return decodePlaces(key, lines.slice(tab + 1, end));
    if (found < key) low = end + 1;
    else high = start;
  }
  return [];
}

/** The closest place of the table, small towns only where the table has them; null when none is within `withinKilometres`. */
export function nearestCity(position: Position, country: string | null, withinKilometres: number): KnownCity | null {
  index ??= buildIndex();
  const { latitudes, longitudes, lineStarts } = index;
  const latitudeReach = withinKilometres / 111;
  const candidates = new Set<number>();
  for (let i = 0; i < latitudes.length; i++) {
    if (Math.abs((latitudes[i] ?? 0) - position.latitude) > latitudeReach) continue;
    if (kilometresBetween({ latitude: latitudes[i] ?? 0, longitude: longitudes[i] ?? 0 }, position) <= withinKilometres) {
      candidates.add(lineStarts[i] ?? 0);
    }
  }
  const cities = [...candidates].flatMap(placesOfLine).filter((city) => country === null || city.country === country);
  const ranked = cities
    .map((city) => ({ city, away: kilometresBetween(city, position) }))
    .filter(({ away }) => away <= withinKilometres)
    .sort((a, b) => a.away - b.away);
  return ranked[0]?.city ?? null;
}

interface Index {
  latitudes: Float32Array;
  longitudes: Float32Array;
  lineStarts: Uint32Array;
}
let index: Index | null = null;

/** Made when a position without a name is first met, which is seldom. */
function buildIndex(): Index {
  const rows: [number, number, number][] = [];
  for (let start = 0; start < lines.length; start = lines.indexOf("\n", start) + 1) {
    for (const { latitude, longitude } of placesOfLine(start)) rows.push([latitude, longitude, start]);
  }
  return {
    latitudes: Float32Array.from(rows, ([latitude]) => latitude),
    longitudes: Float32Array.from(rows, ([, longitude]) => longitude),
    lineStarts: Uint32Array.from(rows, ([, , start]) => start),
  };
}

function placesOfLine(start: number): KnownCity[] {
  const tab = lines.indexOf("\t", start);
  return decodePlaces(lines.slice(start, tab), lines.slice(tab + 1, lines.indexOf("\n", tab)));
}

/** `US` + zone + position + region. */
function decodePlaces(key: string, codes: string): KnownCity[] {
  return codes.split(",").map((code) => {
    const country = code.slice(0, 2);
    const region = code.slice(3 + POSITION_LENGTH);
    return {
      key,
      country,
      region: region === "" ? null : region,
      zone: zonesOfCountry(country)[decodeIndex(code.charAt(2))] as ZoneName,
      ...decodePosition(code.slice(3, 3 + POSITION_LENGTH)),
    };
  });
}
