import { epochMsOf } from "#lib/shared/clock.ts";
import { calendarDayOf, utcMidnightMs } from "./calendar-day.ts";
import type { CalendarDay, EventTime } from "./event-time.ts";
import { journeyRank, substatusRank } from "./journey-rank.ts";
import type { Scan } from "./tracker.ts";
import { wallClockMs } from "./zoned-time.ts";

/** Where a scan stands: a moment, and for day-only scans the side of the moment they lean to. */
interface Placed {
  scan: Scan;
  ms: number;
  lean: -1 | 0 | 1;
}

/**
 * One total order, the same for any arrangement of the same scans:
 * - a moment, where it is known; a wall clock without zone is read with the offset of the scan nearest by local time;
 * - a day alone opens its day, so that it never poses as the latest news, unless its word (delivered) can only close it;
 * - no time at all is oldest; ties go to the word further along, then to the key.
 */
export function newestFirst(scans: readonly Scan[]): Scan[] {
  const offsets = knownOffsets(scans);
  const timed = scans.flatMap((scan) => {
    const ms = momentOf(scan.time, offsets);
    return ms === null ? [] : [{ scan, ms, lean: 0 as const }];
  });
  const untimed = scans
    .filter((scan) => scan.time.kind === "day" || scan.time.kind === "none")
    .map((scan) => (scan.time.kind === "day" ? placeInDay(scan, scan.time.day, timed, offsets) : placeAtTheStart(scan)));
  return [...timed, ...untimed].sort((a, b) => comparePlaced(b, a)).map(({ scan }) => scan);
}

function comparePlaced(a: Placed, b: Placed): number {
  return (
    (a.ms === b.ms ? 0 : a.ms < b.ms ? -1 : 1) ||
    a.lean - b.lean ||
    journeyRank(a.scan.status) - journeyRank(b.scan.status) ||
    substatusRank(a.scan.substatus) - substatusRank(b.scan.substatus) ||
    (a.scan.key < b.scan.key ? -1 : Number(a.scan.key > b.scan.key))
  );
}

interface KnownOffset {
  localMs: number;
  offsetMs: number;
}

/** `UTC` stands for "place unknown" and says nothing about anybody's wall clock. */
function knownOffsets(scans: readonly Scan[]): KnownOffset[] {
  return scans
    .flatMap(({ time }) => {
      if ((time.kind !== "instant" && time.kind !== "local") || time.utc === null || time.zone === "UTC") return [];
      const localMs = wallClockMs(time.local);
      return [{ localMs, offsetMs: localMs - epochMsOf(time.utc) }];
    })
    .sort((a, b) => a.localMs - b.localMs || a.offsetMs - b.offsetMs);
}

function momentOf(time: EventTime, offsets: readonly KnownOffset[]): number | null {
  if (time.kind === "day" || time.kind === "none") return null;
  if (time.utc !== null) return epochMsOf(time.utc);
  return likelyMs(wallClockMs(time.local), offsets);
}

function likelyMs(localMs: number, offsets: readonly KnownOffset[]): number {
  const nearest = offsets.reduce<KnownOffset | null>(
    (best, next) => (best === null || Math.abs(next.localMs - localMs) < Math.abs(best.localMs - localMs) ? next : best),
    null,
  );
  return localMs - (nearest?.offsetMs ?? 0);
}

function placeInDay(scan: Scan, day: CalendarDay, timed: readonly Placed[], offsets: readonly KnownOffset[]): Placed {
  const sameDay = timed.filter((other) => calendarDayOf(other.scan.time) === day);
  if (sameDay.length === 0) return { scan, ms: likelyMs(utcMidnightMs(day), offsets), lean: -1 };
  const closesTheDay = sameDay.every((other) => journeyRank(other.scan.status) < journeyRank(scan.status));
  const moments = sameDay.map(({ ms }) => ms);
  return closesTheDay ? { scan, ms: Math.max(...moments), lean: 1 } : { scan, ms: Math.min(...moments), lean: -1 };
}

function placeAtTheStart(scan: Scan): Placed {
  return { scan, ms: Number.NEGATIVE_INFINITY, lean: 0 };
}
