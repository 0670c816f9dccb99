import type { EventTime, GivenTime, WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import type { Place } from "#lib/tracking/place.ts";
import { offsetMinutesAt, utcReadingInGap, utcReadings, wallClockAt } from "#lib/tracking/zoned-time.ts";
import { type FoundZone, findZone } from "./find-zone.ts";
import { readCountry } from "./read-country.ts";
import { utcOf } from "./read-given-time.ts";
import { zonesOfCountry } from "./zone-tables.ts";

const UTC = "UTC" as ZoneName;

/** What the carrier said, where it was said → when it happened, as honestly as can be known. Never throws, never guesses a zone. */
export function resolveEventTime(given: GivenTime, place: Place): EventTime {
  if (given.kind === "none") return { kind: "none" };
  const found = findZone(place);
  switch (given.kind) {
    case "instant":
      return isDummyOffset(given, found, place) || isDayOff(given, found) ? readWallClock(given.local, found) : readInstant(given, found);
    case "utc": {
      const zone = found?.zone ?? UTC;
      return { kind: "instant", utc: given.utc, local: wallClockAt(given.utc, zone), zone, zoneSource: found?.source ?? "carrier" };
    }
    case "local":
      return readWallClock(given.local, found);
    case "day":
      return { kind: "day", day: given.day, zone: found?.zone ?? null, zoneSource: found?.source ?? "unknown" };
  }
}

type GivenInstant = Extract<GivenTime, { kind: "instant" }>;

/** Where a vendor's UTC contradicts its local time and offset, these are right: USPS's UTC has the wrong date in the evening. */
function readInstant({ local, offsetMinutes }: GivenInstant, found: FoundZone | null): EventTime {
  const utc = utcOf(local, offsetMinutes);
  const isThere = found !== null && offsetMinutesAt(utc, found.zone) === offsetMinutes;
  return { kind: "instant", utc, local, zone: isThere ? found.zone : offsetZone(offsetMinutes), zoneSource: "carrier" };
}

/** FedEx writes `+00:00` abroad when it knows no offset: so does no clock of that place, or of that country. */
function isDummyOffset({ local, offsetMinutes }: GivenInstant, found: FoundZone | null, place: Place): boolean {
  if (offsetMinutes !== 0) return false;
  const zones = found ? [found.zone] : zonesOfCountry(readCountry(place.country) ?? "");
  return zones.length > 0 && zones.every((zone) => offsetMinutesAt(utcOf(local, 0), zone) !== 0);
}

const DAY_MINUTES = 24 * 60;

/** An offset taken from a UTC text with the wrong date stands a whole day beside the place's own: an evening in Honolulu looks like Kiribati. */
function isDayOff({ local, offsetMinutes }: GivenInstant, found: FoundZone | null): boolean {
  return found !== null && Math.abs(offsetMinutesAt(utcOf(local, offsetMinutes), found.zone) - offsetMinutes) === DAY_MINUTES;
}

/** A clock time that DST skipped or repeated is marked; the neighbours' order may settle it better later. */
function readWallClock(local: WallClock, found: FoundZone | null): EventTime {
  if (found === null) return { kind: "local", local, utc: null, zone: null, zoneSource: "unknown", settled: null };
  const { zone, source } = found;
  const [utc, later] = utcReadings(local, zone);
  const settled = utc === undefined ? "gap" : later === undefined ? null : "overlap";
  return { kind: "local", local, utc: utc ?? utcReadingInGap(local, zone), zone, zoneSource: source, settled };
}

/** `-05:00`. */
function offsetZone(offsetMinutes: number): ZoneName {
  if (offsetMinutes === 0) return UTC;
  const size = Math.abs(offsetMinutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${offsetMinutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}` as ZoneName;
}
