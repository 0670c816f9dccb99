import { epochMsOf, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";
import type { EventTime, WallClock } from "#lib/tracking/event-time.ts";
import { wallClockMs } from "#lib/tracking/zoned-time.ts";

/** `2024-08-16T17:12:58Z`, as on trackers and webhooks. */
export function formatSeconds(instant: Instant): string {
  return `${formatMillis(instant).slice(0, 19)}Z`;
}

/** `2024-08-02T19:26:52.000Z`, as on events. */
export function formatMillis(instant: Instant): string {
  return new Date(epochMsOf(instant)).toISOString();
}

/**
 * When a scan happened: with an offset where it is known, with the `Z` that EasyPost writes where the zone is not.
 * Where no hour was given, the bare day: a midnight would be made up, and EasyPost's strictest client (Go) reads a day.
 */
export function formatScanTime(time: EventTime): string | null {
  switch (time.kind) {
    case "instant":
      return withOffset(time.local, time.utc);
    case "local":
      return time.utc === null ? `${time.local}Z` : withOffset(time.local, time.utc);
    case "day":
      return time.day;
    case "none":
      return null;
  }
}

function withOffset(local: WallClock, utc: Instant): string {
  const minutes = Math.round((wallClockMs(local) - epochMsOf(utc)) / MINUTE_MS);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => String(part).padStart(2, "0"));
  return `${local}${minutes < 0 ? "-" : "+"}${hours}:${rest}`;
}
