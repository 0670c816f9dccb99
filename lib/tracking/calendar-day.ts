import { DAY_MS, type Instant } from "#lib/shared/clock.ts";
import type { CalendarDay, EventTime } from "./event-time.ts";

/** Whole days from `a` to `b`: 2 when a promise moved from the 10th to the 12th, negative when it moved forward. */
export function daysBetween(a: CalendarDay, b: CalendarDay): number {
  return Math.round((utcMidnightMs(b) - utcMidnightMs(a)) / DAY_MS);
}

/** The day a scan belongs to where it happened; null when the carrier gave no time. */
export function calendarDayOf(time: EventTime): CalendarDay | null {
  switch (time.kind) {
    case "instant":
    case "local":
      return time.local.slice(0, 10) as CalendarDay;
    case "day":
      return time.day;
    case "none":
      return null;
  }
}

export function utcDayOf(instant: Instant): CalendarDay {
  return new Date(instant).toISOString().slice(0, 10) as CalendarDay;
}

export function plusDays(day: CalendarDay, count: number): CalendarDay {
  return dayAt(utcMidnightMs(day) + count * DAY_MS);
}

/** The same day some months later, or that month's last day where it is shorter: 30 November + 3 is the end of February. */
export function plusMonths(day: CalendarDay, count: number): CalendarDay {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + count, Math.min(dayOfMonth, lastOfMonth)));
}

export function utcMidnightMs(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayAt(ms: number): CalendarDay {
  return new Date(ms).toISOString().slice(0, 10) as CalendarDay;
}
