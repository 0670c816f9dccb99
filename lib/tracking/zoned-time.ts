import { formatInTimeZone } from "date-fns-tz";
import { epochMsOf, formatInstant, type Instant } from "#lib/shared/clock.ts";
import type { WallClock, ZoneName } from "./event-time.ts";

const MINUTE_MS = 60_000;
/** No zone changes its clocks twice, nor stands further from UTC, within this time. */
const SAFE_MS = 26 * 60 * MINUTE_MS;

export function wallClockAt(utc: Instant, zone: ZoneName): WallClock {
  return formatInTimeZone(epochMsOf(utc), zone, "yyyy-MM-dd'T'HH:mm:ss") as WallClock;
}

/** Minutes to add to UTC to get the zone's wall clock at that instant. */
export function offsetMinutesAt(utc: Instant, zone: ZoneName): number {
  const wholeSecondsMs = Math.floor(epochMsOf(utc) / 1000) * 1000;
  return (wallClockMs(wallClockAt(utc, zone)) - wholeSecondsMs) / MINUTE_MS;
}

/** The instants at which the zone's clocks showed this, earliest first: none in a DST gap, two in an overlap. */
export function utcReadings(local: WallClock, zone: ZoneName): Instant[] {
  const asIfUtcMs = wallClockMs(local);
  const offsets = [-SAFE_MS, SAFE_MS].map((shift) => offsetMinutesAt(formatInstant(asIfUtcMs + shift), zone));
  return [...new Set(offsets)]
    .map((offset) => formatInstant(asIfUtcMs - offset * MINUTE_MS))
    .filter((utc) => wallClockAt(utc, zone) === local)
    .sort();
}

/** The instant a clock that missed the change would have meant: the gap is read with the offset in force before it. */
export function utcReadingInGap(local: WallClock, zone: ZoneName): Instant {
  const asIfUtcMs = wallClockMs(local);
  return formatInstant(asIfUtcMs - offsetMinutesAt(formatInstant(asIfUtcMs - SAFE_MS), zone) * MINUTE_MS);
}

/** A wall clock as a number, read as if it were UTC: for differences between clocks, never an instant. */
export function wallClockMs(local: WallClock): number {
  return Date.parse(`${local}Z`);
}
