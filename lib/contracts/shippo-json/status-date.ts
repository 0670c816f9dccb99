import type { Instant } from "#lib/shared/clock.ts";
import { calendarDayOf } from "#lib/tracking/calendar-day.ts";
import { type CalendarDay, type EventTime, instantOf } from "#lib/tracking/event-time.ts";

/**
 * A scan's time as Shippo writes it: UTC, and an exact midnight where only the day is known.
 * Its client refuses a time without zone, so of a wall clock whose zone nobody knows only the day is said.
 */
export function toStatusDate(time: EventTime): string | null {
  const utc = instantOf(time);
  if (utc !== null) return awayFromMidnight(utc);
  const day = calendarDayOf(time);
  return day === null ? null : midnightOf(day);
}

/** A day in Shippo's only spelling of dates. */
export function midnightOf(day: CalendarDay): string {
  return `${day}T00:00:00Z`;
}

/** A true midnight is written a millisecond late, lest it pass for a whole day. */
function awayFromMidnight(utc: Instant): string {
  return utc.endsWith("T00:00:00Z") ? `${utc.slice(0, -1)}.001Z` : utc;
}
