import { utcMidnightMs } from "#lib/tracking/calendar-day.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";

export interface DayText {
  /** "22 Nov" */
  short: string;
  /** "Sun, 22 Nov 2026" */
  long: string;
}

const short = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });
const long = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "short", day: "numeric", month: "short", year: "numeric" });

/** A day of the calendar as the console's charts tell it. */
export function dayText(day: CalendarDay): DayText {
  const ms = utcMidnightMs(day);
  return { short: short.format(ms), long: long.format(ms) };
}
