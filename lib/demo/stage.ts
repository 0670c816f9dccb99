import { epochMsOf, formatInstant, type Instant } from "#lib/shared/clock.ts";
import type { WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import { offsetMinutesAt, utcReadings, wallClockAt } from "#lib/tracking/zoned-time.ts";

const DAY_MS = 86_400_000;

/** Turns "two days ago at 14:06 in Las Vegas" into what a vendor would write. */
export interface Stage {
  now: Instant;
  /** `2026-03-01`, counted from today in that zone. */
  day(offset: number, zone: string): string;
  /** `2026-03-01T14:06:00`. */
  local(offset: number, time: string, zone: string): string;
  /** `2026-03-01T14:06:00-08:00`; never later than now. */
  withOffset(offset: number, time: string, zone: string): string;
  /** `2026-03-01T22:06:00Z`, the true instant; never later than now. */
  utc(offset: number, time: string, zone: string): string;
}

export function createStage(now: Instant): Stage {
  const day = (offset: number, zone: string) => wallClockAt(formatInstant(epochMsOf(now) + offset * DAY_MS), zone as ZoneName).slice(0, 10);
  const local = (offset: number, time: string, zone: string) => `${day(offset, zone)}T${time}:00` as WallClock;
  const instant = (offset: number, time: string, zone: string): Instant => {
    const reading = utcReadings(local(offset, time, zone), zone as ZoneName)[0] ?? now;
    return reading > now ? instant(offset - 1, time, zone) : reading;
  };
  return {
    now,
    day,
    local,
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
