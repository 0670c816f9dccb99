import type { ZoneName } from "#lib/tracking/event-time.ts";
import { decodeIndex, decodePosition, POSITION_LENGTH, type Position } from "./coordinate-code.ts";
import canada from "./data/canada-fsas.json" with { type: "json" };
import usZips from "./data/us-zips.json" with { type: "json" };
import { readRegion, US_TERRITORIES } from "./region.ts";
import { zonesOfCountry } from "./zone-tables.ts";

/** What a postal code says; the zone is null where the area may lie in two. */
export interface PostalArea {
  zone: ZoneName | null;
  /** Null where the code covers too wide an area to stand for a spot. */
  position: Position | null;
}

const blocks: Readonly<Record<string, string>> = usZips.byPrefix;
const ZIP_ROW = 2 + 1 + POSITION_LENGTH;
const FSA_ROW = 3 + 1 + POSITION_LENGTH;

/** First and last code by leading digits, and the zone of all between; borders of zones inside a range are left out. */
const RANGES: Readonly<Record<string, readonly (readonly [from: string, to: string, zone: string])[]>> = {
  AU: [
    ["0200", "0299", "Australia/Sydney"],
    ["0800", "0871", "Australia/Darwin"],
    ["0873", "0999", "Australia/Darwin"],
    ["1000", "2647", "Australia/Sydney"],
    ["2649", "2879", "Australia/Sydney"],
    ["2880", "2880", "Australia/Broken_Hill"],
    ["2898", "2898", "Australia/Lord_Howe"],
    ["2900", "2999", "Australia/Sydney"],
    ["3000", "3999", "Australia/Melbourne"],
    ["4000", "4999", "Australia/Brisbane"],
    ["5000", "5999", "Australia/Adelaide"],
    ["6000", "6442", "Australia/Perth"],
    ["6444", "6999", "Australia/Perth"],
    ["7000", "7999", "Australia/Hobart"],
  ],
  BR: [
    ["01000", "39999", "America/Sao_Paulo"],
    ["40000", "48999", "America/Bahia"],
    ["57000", "57999", "America/Maceio"],
    ["58000", "65999", "America/Fortaleza"],
    ["69000", "69099", "America/Manaus"],
    ["69300", "69399", "America/Boa_Vista"],
    ["69900", "69999", "America/Rio_Branco"],
    ["70000", "76799", "America/Sao_Paulo"],
    ["76800", "76999", "America/Porto_Velho"],
    ["79000", "79999", "America/Campo_Grande"],
    ["80000", "99999", "America/Sao_Paulo"],
  ],
  ES: [
    ["01000", "34999", "Europe/Madrid"],
    ["35000", "35999", "Atlantic/Canary"],
    ["36000", "37999", "Europe/Madrid"],
    ["38000", "38999", "Atlantic/Canary"],
    ["39000", "50999", "Europe/Madrid"],
    ["51000", "52999", "Africa/Ceuta"],
  ],
  MX: [
    ["01000", "20999", "America/Mexico_City"],
    ["21000", "22999", "America/Tijuana"],
    ["24000", "24999", "America/Merida"],
    ["36000", "62999", "America/Mexico_City"],
    ["64000", "64999", "America/Monterrey"],
    ["68000", "76999", "America/Mexico_City"],
    ["80000", "82999", "America/Mazatlan"],
    ["90000", "96999", "America/Mexico_City"],
    ["98000", "99999", "America/Mexico_City"],
  ],
  PT: [
    ["1000", "8999", "Europe/Lisbon"],
    ["9000", "9499", "Atlantic/Madeira"],
    ["9500", "9999", "Atlantic/Azores"],
  ],
  RU: [
    ["101000", "129999", "Europe/Moscow"],
    ["140000", "144999", "Europe/Moscow"],
    ["190000", "199999", "Europe/Moscow"],
  ],
  ID: [
    ["10000", "65999", "Asia/Jakarta"],
    ["78000", "79999", "Asia/Pontianak"],
    ["80000", "96999", "Asia/Makassar"],
  ],
};

/** `country` is alpha-2 or null; without it only codes count that are unmistakable, or that a US state beside them confirms. */
export function findPostalArea(code: string, country: string | null, region: string | null): PostalArea | null {
  const text = code.trim().toUpperCase();
  const territory = country !== null && US_TERRITORIES.has(country) ? country : null;
  const isUs = country === "US" || territory !== null;
  if (isUs || country === null) {
    const zip = /^(\d{5})(?:-?\d{4})?$/.exec(text)?.[1];
    if (zip !== undefined) return findZip(zip, territory ?? readRegion("US", region), isUs);
  }
  if (country === "CA" || country === null) {
    const canadian = (country === "CA" ? /^([A-Z]\d[A-Z])/ : /^([A-Z]\d[A-Z])[ -]?\d[A-Z]\d$/).exec(text)?.[1];
    return canadian === undefined ? null : findFsa(canadian);
  }
  const digits = /^(\d+)(?:-\d{3})?$/.exec(text)?.[1];
  const ranges = RANGES[country];
  if (digits === undefined || ranges === undefined) return null;
  const found = ranges.find(([from, to]) => isBetween(digits, from, to));
  return found ? { zone: found[2] as ZoneName, position: null } : null;
}

function isBetween(digits: string, from: string, to: string): boolean {
  const leading = digits.slice(0, from.length);
  return leading.length === from.length && leading >= from && leading <= to;
}

/** A state that contradicts the code, or that alone must vouch for it and does not, silences it. */
function findZip(zip: string, state: string | null, isUs: boolean): PostalArea | null {
  const block = blocks[zip.slice(0, 3)];
  if (block === undefined) return null;
  const blockState = block.slice(0, 2);
  if (state === null ? !isUs : state !== blockState) return null;
  const rows = Array.from({ length: (block.length - 2) / ZIP_ROW }, (_, i) => block.slice(2 + i * ZIP_ROW, 2 + (i + 1) * ZIP_ROW));
  const row = rows.find((candidate) => candidate.startsWith(zip.slice(3)));
  if (row !== undefined) return { zone: zipZone(row), position: decodePosition(row.slice(3)) };
  const zones = new Set(rows.map(zipZone));
  const [zone = null] = zones;
  return { zone: zones.size === 1 ? zone : null, position: null };
}

function zipZone(row: string): ZoneName | null {
  const code = row.charAt(2);
  return code === "-" ? null : (usZips.zones[decodeIndex(code)] as ZoneName);
}

function findFsa(fsa: string): PostalArea | null {
  for (let start = 0; start < canada.codes.length; start += FSA_ROW) {
    if (!canada.codes.startsWith(fsa, start)) continue;
    const code = canada.codes.charAt(start + 3);
    return {
      zone: code === "-" ? null : (zonesOfCountry("CA")[decodeIndex(code)] ?? null),
      position: fsa.charAt(1) === "0" ? null : decodePosition(canada.codes.slice(start + 4, start + FSA_ROW)),
    };
  }
  return null;
}
