import { getTimezoneOffset } from "date-fns-tz";
import { epochMsOf, formatInstant, type Instant } from "#lib/shared/clock.ts";
import type { WallClock, ZoneName } from "./event-time.ts";

const HOUR_MS = 3_600_000;

/** Minutes to add to UTC to get the zone's wall clock at that instant. */
export function offsetMinutesAt(utc: Instant, zone: ZoneName): number {
  return getTimezoneOffset(zone, new Date(epochMsOf(utc))) / 60_000;
}

export function wallClockAt(utc: Instant, zone: ZoneName): WallClock {
  return shiftedWallClock(utc, offsetMinutesAt(utc, zone));
}

/** What a clock showed that stood `offsetMinutes` ahead of UTC. */
export function shiftedWallClock(utc: Instant, offsetMinutes: number): WallClock {
  return new Date(epochMsOf(utc) + offsetMinutes * 60_000).toISOString().slice(0, 19) as WallClock;
}

/** The instants at which the zone's clocks showed this, earliest first: none in a DST gap, two in an overlap. */
export function utcReadings(local: WallClock, zone: ZoneName): Instant[] {
  const asIfUtcMs = Date.parse(`${local}Z`);
  const offsets = [-26, 26].map((hours) => getTimezoneOffset(zone, new Date(asIfUtcMs + hours * HOUR_MS)));
  return [...new Set(offsets)]
    .map((offset) => formatInstant(asIfUtcMs - offset))
    .filter((utc) => wallClockAt(utc, zone) === local)
    .sort();
}

/** The instant a clock that missed the change would have meant: the gap is read with the offset in force before it. */
export function utcReadingInGap(local: WallClock, zone: ZoneName): Instant {
  const asIfUtcMs = Date.parse(`${local}Z`);
  return formatInstant(asIfUtcMs - getTimezoneOffset(zone, new Date(asIfUtcMs - 26 * HOUR_MS)));
}
