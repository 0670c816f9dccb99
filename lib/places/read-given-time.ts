import { epochMsOf, formatInstant, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";
import type { CalendarDay, GivenTime, WallClock } from "#lib/tracking/event-time.ts";

/** Whether a vendor's `Z` is UTC, or only what it writes when it doesn't know the zone. */
export type OffsetRule = "offset_is_true" | "z_means_unknown";

const SHAPE =
  /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?(?: ?(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/i;
const EASTERNMOST = 14 * 60;
const WESTERNMOST = -12 * 60;
/** .NET's null date is the year 1; no parcel is older than the web. */
const YEARS = { first: 1990, last: 2199 };

interface Parts {
  day: CalendarDay;
  local: WallClock | null;
  /** Minutes ahead of UTC; null without any zone. */
  offsetMinutes: number | null;
  isZulu: boolean;
}

/**
 * Vendors' ISO-like time text → what it says by itself. Strict: a day or an hour that doesn't exist, or any other shape, is `none`.
 * Fractions of seconds are dropped.
 */
export function readGivenTime(text: string | null | undefined, rule: OffsetRule): GivenTime {
  const parts = parseParts(text);
  if (parts === null) return { kind: "none" };
  const { day, local, offsetMinutes, isZulu } = parts;
  if (local === null) return { kind: "day", day };
  if (offsetMinutes === null || (isZulu && rule === "z_means_unknown")) return { kind: "local", local };
  const utc = utcOf(local, offsetMinutes);
  return isZulu ? { kind: "utc", utc } : { kind: "instant", utc, local, offsetMinutes };
}

/**
 * ShipEngine's `occurred_at` and `carrier_occurred_at`: their difference is the offset.
 * Equal fields mean that nobody knew the zone; midnight in both means that only the day is known. The local text's own zone, if any, is noise.
 */
export function readUtcAndLocalPair(utcText: string | null | undefined, localText: string | null | undefined): GivenTime {
  const local = parseParts(localText)?.local ?? null;
  const utcParts = parseParts(utcText);
  if (local === null)
    return utcParts?.local && isMidnight(utcParts.local)
      ? { kind: "day", day: utcParts.day }
      : readGivenTime(utcText ?? localText, "offset_is_true");
  if (utcParts?.local == null) return { kind: "local", local };
  const utc = utcOf(utcParts.local, utcParts.offsetMinutes ?? 0);
  const shownUtc = utcParts.local;
  if (isMidnight(local) && isMidnight(shownUtc) && local.slice(0, 10) === shownUtc.slice(0, 10)) {
    return { kind: "day", day: local.slice(0, 10) as CalendarDay };
  }
  const offsetMinutes = plausibleOffset(epochMsOf(utcOf(local, 0)) - epochMsOf(utc));
  return offsetMinutes === null || offsetMinutes === 0
    ? { kind: "local", local }
    : { kind: "instant", utc: utcOf(local, offsetMinutes), local, offsetMinutes };
}

/** The instant at which a clock `offsetMinutes` ahead of UTC shows this. */
export function utcOf(local: WallClock, offsetMinutes: number): Instant {
  return formatInstant(epochMsOf(`${local}Z` as Instant) - offsetMinutes * MINUTE_MS);
}

/** Carriers cut the seconds in one of the two texts, hence up to a minute of slack. */
function plausibleOffset(differenceMs: number): number | null {
  const minutes = Math.round(differenceMs / (15 * MINUTE_MS)) * 15;
  const isExact = Math.abs(differenceMs - minutes * MINUTE_MS) < MINUTE_MS;
  return isExact && minutes >= WESTERNMOST && minutes <= EASTERNMOST ? minutes : null;
}

/** The seconds may differ between the two. */
function isMidnight(local: WallClock): boolean {
  return local.slice(11, 16) === "00:00";
}

function parseParts(text: string | null | undefined): Parts | null {
  const { day, hour, minute, second = "00", zone } = SHAPE.exec(text?.trim() ?? "")?.groups ?? {};
  if (day === undefined || !isRealDay(day)) return null;
  if (hour === undefined || minute === undefined) return { day: day as CalendarDay, local: null, offsetMinutes: null, isZulu: false };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const local = `${day}T${hour}:${minute}:${second}` as WallClock;
  if (zone === undefined) return { day: day as CalendarDay, local, offsetMinutes: null, isZulu: false };
  const offsetMinutes = parseOffset(zone);
  return offsetMinutes === null ? null : { day: day as CalendarDay, local, offsetMinutes, isZulu: /^[A-Z]/i.test(zone) };
}

function parseOffset(zone: string): number | null {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  const size = Number(hours) * 60 + Number(minutes);
  const offset = sign === "-" ? -size || 0 : size;
  return Number(minutes) < 60 && offset >= WESTERNMOST && offset <= EASTERNMOST ? offset : null;
}

/** `2026-02-30` is not; nor is a day no parcel can have. */
export function isRealDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (year < YEARS.first || year > YEARS.last) return false;
  const real = new Date(Date.UTC(year, month - 1, date));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === date;
}
