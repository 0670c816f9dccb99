// Only this part of it: the package's formatting loads all of date-fns, and goes astray in the hour the machine's own clocks skip.
import { getTimezoneOffset } from "date-fns-tz/getTimezoneOffset";
import { epochMsOf, formatInstant, HOUR_MS, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";
import type { WallClock, ZoneName } from "./event-time.ts";

/** No zone changes its clocks twice, nor stands further from UTC, within this time. */
const SAFE_MS = 26 * HOUR_MS;

export function wallClockAt(utc: Instant, zone: ZoneName): WallClock {
  const shown = Object.fromEntries(
    clockOf(zone)
      .formatToParts(epochMsOf(utc))
      .map(({ type, value }) => [type, value]),
  );
  return `${shown.year}-${shown.month}-${shown.day}T${shown.hour}:${shown.minute}:${shown.second}` as WallClock;
}

const clocks = new Map<ZoneName, Intl.DateTimeFormat>();

/** Making one takes a hundred times as long as reading it; there are only so many zones. */
function clockOf(zone: ZoneName): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  clocks.set(zone, clock);
  return clock;
}

/** Minutes to add to UTC to get the zone's wall clock at that instant. */
export function offsetMinutesAt(utc: Instant, zone: ZoneName): number {
  const wholeSecondsMs = Math.floor(epochMsOf(utc) / 1000) * 1000;
  return (wallClockMs(wallClockAt(utc, zone)) - wholeSecondsMs) / MINUTE_MS;
}

/** The instants at which the zone's clocks showed this, earliest first: none in a DST gap, two in an overlap. */
export function utcReadings(local: WallClock, zone: ZoneName): Instant[] {
  const asIfUtcMs = wallClockMs(local);
  const offsets = [-SAFE_MS, SAFE_MS].map((shift) => getTimezoneOffset(zone, new Date(asIfUtcMs + shift)));
  return [...new Set(offsets)]
    .map((offset) => formatInstant(asIfUtcMs - offset))
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
