import { compareInstants, epochMsOf, formatInstant, type Instant } from "#lib/shared/clock.ts";
import { type EventTime, instantOf } from "./event-time.ts";
import { journeyRank } from "./journey-rank.ts";
import type { Scan } from "./tracker.ts";
import { utcReadingInGap, utcReadings, wallClockAt, wallClockMs } from "./zoned-time.ts";

/** A wall clock that was shown twice, or never: its two possible instants, and the one taken if no neighbour objects. */
interface Doubt {
  scan: Scan;
  earlier: Instant;
  later: Instant;
  settledOn: "earlier" | "later";
}

/** Far more than a parcel meets within an hour. Beyond, the plain readings stand: settling takes time by the cube. */
const MOST_DOUBTS = 30;

/**
 * Settles each wall clock inside a DST gap or overlap by its neighbours: it is not read before what it follows (overlap) nor
 * after what it precedes (gap). What follows what is the vendor's listing, else the status further along.
 * Starts from the plain reading and moves only what a neighbour contradicts, so the order of arrival cannot matter.
 */
export function settleClockChanges(scans: readonly Scan[]): Scan[] {
  const doubts = [...scans].sort((a, b) => (a.key < b.key ? -1 : 1)).flatMap(doubtOf);
  if (doubts.length === 0 || doubts.length > MOST_DOUBTS) return [...scans];

  const readings = new Map<string, Instant>();
  for (const { key, time } of scans) {
    const utc = instantOf(time);
    if (utc !== null) readings.set(key, utc);
  }
  for (const doubt of doubts) readings.set(doubt.scan.key, doubt[doubt.settledOn]);

  while (doubts.some((doubt) => moveIfContradicted(doubt, scans, readings)));
  return scans.map((scan) => {
    const reading = readings.get(scan.key);
    return isDoubtful(scan.time) && reading !== undefined ? { ...scan, time: { ...scan.time, utc: reading } } : scan;
  });
}

/** Every doubt moves at most once, hence the loop around this ends. */
function moveIfContradicted(doubt: Doubt, scans: readonly Scan[], readings: Map<string, Instant>): boolean {
  const { scan, earlier, later } = doubt;
  const other = doubt.settledOn === plainReading(scan) ? (doubt.settledOn === "earlier" ? "later" : "earlier") : null;
  if (other === null) return false;
  const isContradicted = scans.some((neighbour) => {
    const at = readings.get(neighbour.key);
    if (at === undefined || neighbour.key === scan.key) return false;
    return other === "later"
      ? isBetween(at, earlier, later, "end") && comesBefore(neighbour, scan)
      : isBetween(at, earlier, later, "start") && comesBefore(scan, neighbour);
  });
  if (!isContradicted) return false;
  doubt.settledOn = other;
  readings.set(scan.key, doubt[other]);
  return true;
}

function comesBefore(a: Scan, b: Scan): boolean {
  if (b.listedAfter?.includes(a.key)) return true;
  if (a.listedAfter?.includes(b.key)) return false;
  return journeyRank(a.status) < journeyRank(b.status);
}

function isBetween(at: Instant, from: Instant, until: Instant, inclusive: "start" | "end"): boolean {
  const [afterStart, beforeEnd] = [compareInstants(at, from), compareInstants(until, at)];
  return inclusive === "start" ? afterStart >= 0 && beforeEnd > 0 : afterStart > 0 && beforeEnd >= 0;
}

type LocalTime = Extract<EventTime, { kind: "local" }>;

function isDoubtful(time: EventTime): time is LocalTime {
  return time.kind === "local" && time.settled !== null && time.zone !== null;
}

/** An overlap is read before the clocks go back; a gap as a clock reads that was not put forward. */
function plainReading({ time }: Scan): "earlier" | "later" {
  return time.kind === "local" && time.settled === "gap" ? "later" : "earlier";
}

function doubtOf(scan: Scan): Doubt[] {
  const { time } = scan;
  if (!isDoubtful(time) || time.zone === null) return [];
  const [earlier, later] = time.settled === "gap" ? gapReadings(time) : utcReadings(time.local, time.zone);
  return earlier === undefined || later === undefined ? [] : [{ scan, earlier, later, settledOn: plainReading(scan) }];
}

/** The clocks jumped over this reading: it is either an hour further on than it says, or an hour less. */
function gapReadings({ local, zone }: LocalTime): Instant[] {
  if (zone === null) return [];
  const later = utcReadingInGap(local, zone);
  const jumpMs = wallClockMs(wallClockAt(later, zone)) - wallClockMs(local);
  return [formatInstant(epochMsOf(later) - jumpMs), later];
}
