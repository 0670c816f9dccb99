import type { QuietHours } from "#lib/senders/message-settings.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { plusDays } from "#lib/tracking/calendar-day.ts";
import type { CalendarDay, WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import { utcReadingInGap, utcReadings, wallClockAt } from "#lib/tracking/zoned-time.ts";

/** When the quiet hours end that `now` falls into; null where it is loud there. An hour that clocks skip ends where they go on. */
export function quietUntil(now: Instant, zone: ZoneName, { from, until }: QuietHours): Instant | null {
  const here = wallClockAt(now, zone);
  const minute = Number(here.slice(11, 13)) * 60 + Number(here.slice(14, 16));
  const isOverMidnight = until < from;
  const isQuiet = isOverMidnight ? minute >= from || minute < until : minute >= from && minute < until;
  if (!isQuiet) return null;
  const today = here.slice(0, 10) as CalendarDay;
  const end = clockAt(isOverMidnight && minute >= from ? plusDays(today, 1) : today, until);
  return utcReadings(end, zone).find((utc) => utc > now) ?? utcReadingInGap(end, zone);
}

function clockAt(day: CalendarDay, minute: number): WallClock {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0"));
  return `${day}T${hours}:${minutes}:00` as WallClock;
}
