import { isRealDay, readGivenTime } from "#lib/places/read-given-time.ts";
import { resolveEventTime } from "#lib/places/resolve-event-time.ts";
import { epochMsOf, formatInstant, type Instant } from "#lib/shared/clock.ts";
import type { CalendarDay, EventTime, GivenTime } from "#lib/tracking/event-time.ts";
import type { Place } from "#lib/tracking/place.ts";
import type { DeliveryDate, MappingNote } from "#lib/tracking/snapshot.ts";

/** A stamp of the vendor's own machines, which do know their zone, to the millisecond that orders their pictures; null where it gives none. */
export function readInstant(text: string | null): Instant | null {
  const given = readGivenTime(text, "offset_is_true");
  if (given.kind !== "instant" && given.kind !== "utc") return null;
  const [, fraction = "0"] = /:\d{2}[.,](\d{1,3})/.exec(text ?? "") ?? [];
  return formatInstant(epochMsOf(given.utc) + Number(fraction.padEnd(3, "0")));
}

/** For vendors that document UTC. An exact midnight is a carrier that gave the day only; no zone at all leaves a wall clock. */
export function readUtcText(text: string | null): GivenTime {
  if (text === null) return { kind: "none" };
  const day = /T00:00(?::00(?:\.0+)?)?Z?$/.test(text) ? readCalendarDay(text) : null;
  return day === null ? readGivenTime(text, "offset_is_true") : { kind: "day", day };
}

/** The day as written, whatever clock time or zone stands behind it: a promised day is never shifted. */
export function readCalendarDay(text: string | null): CalendarDay | null {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(text ?? "") ?? [];
  return day !== undefined && isRealDay(day) ? (day as CalendarDay) : null;
}

/** A promise that names no hour. */
export function readDeliveryDay(text: string | null): DeliveryDate | null {
  const on = readCalendarDay(text);
  return on === null ? null : { on, from: null, until: null };
}

/** `17:30:00`, `5:30` → `17:30`, `05:30`. */
export function readTimeOfDay(text: string | null): string | null {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})(?!\d)/.exec(text ?? "") ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, "0")}:${minute}`;
}

/** `writtenAs` is the vendor's text behind `given`: text that says no time at all is noted. */
export function readScanTime(given: GivenTime, place: Place, writtenAs: string | null): { time: EventTime; notes: MappingNote[] } {
  return {
    time: resolveEventTime(given, place),
    notes: given.kind === "none" && writtenAs !== null ? [{ field: "time", word: writtenAs }] : [],
  };
}
