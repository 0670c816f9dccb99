import { DAY_MS, epochMsOf, formatInstant, type Instant, MINUTE_MS, plusMs } from "#lib/shared/clock.ts";
import type { WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import { offsetMinutesAt, utcReadings, wallClockAt } from "#lib/tracking/zoned-time.ts";

/** A promise for today is for the evening, and for midnight when it is evening already. */
const PROMISES = [
  { before: "20:00", by: "21:00:00" },
  { before: "24:00", by: "23:59:59" },
];

/** Turns "two days ago at 14:06 in Las Vegas" into what a vendor would write. */
export interface Stage {
  now: Instant;
  /** `2026-03-01`, counted from today in that zone. */
  day(offset: number, zone: string): string;
  /** `2026-03-01T14:06:00`. */
  local(offset: number, time: string, zone: string): string;
  /** `2026-03-01T14:06:00-08:00`; never later than now. */
  withOffset(offset: number, time: string, zone: string): string;
  /** `21:00:00`: an hour of today that is still to come. */
  laterToday(zone: string): string;
  /** `2026-03-01T22:06:00Z`, the true instant; never later than now. */
  utc(offset: number, time: string, zone: string): string;
}

export function createStage(now: Instant): Stage {
  const day = (offset: number, zone: string) => wallClockAt(plusMs(now, offset * DAY_MS), zone as ZoneName).slice(0, 10);
  const local = (offset: number, time: string, zone: string) => `${day(offset, zone)}T${time}:00` as WallClock;
  const justNow = formatInstant(Math.floor(epochMsOf(now) / MINUTE_MS - 4) * MINUTE_MS);
  const instant = (offset: number, time: string, zone: string): Instant => {
    const reading = utcReadings(local(offset, time, zone), zone as ZoneName)[0] ?? now;
    return reading < justNow ? reading : justNow;
  };
  return {
    now,
    day,
    local,
    laterToday(zone) {
      const time = wallClockAt(now, zone as ZoneName).slice(11, 16);
      return PROMISES.find(({ before }) => time < before)?.by ?? "23:59:59";
    },
    utc: instant,
    withOffset(offset, time, zone) {
      const utc = instant(offset, time, zone);
      return `${wallClockAt(utc, zone as ZoneName)}${formatOffset(offsetMinutesAt(utc, zone as ZoneName))}`;
    },
  };
}

function formatOffset(minutes: number): string {
  const absolute = Math.abs(minutes);
  const part = (value: number) => String(Math.trunc(value)).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${part(absolute / 60)}:${part(absolute % 60)}`;
}
