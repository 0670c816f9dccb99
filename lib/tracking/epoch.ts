import type { Instant } from "#lib/shared/clock.ts";
import { calendarDayOf, plusDays, plusMonths, utcDayOf } from "./calendar-day.ts";
import type { CalendarDay } from "./event-time.ts";
import { isFinal } from "./is-final.ts";
import type { ScanReport, TrackerSnapshot } from "./snapshot.ts";
import type { Tracker } from "./tracker.ts";

/** Carriers and vendors give a number to the next parcel after this long. */
const SILENCE_MONTHS = 3;

interface Fence {
  epoch: number;
  /** The first day that can belong to it; null where its first news had no date. */
  fencedBefore: CalendarDay | null;
}

/** The newest epoch of a number, as far as the next snapshot's place depends on it. */
export interface EpochState extends Fence {
  lastNewsOn: CalendarDay;
  isFinal: boolean;
  /** Registered, but nobody has told anything of it yet. */
  isUnheard: boolean;
  /** The epochs before it, in any order. */
  earlier: readonly Fence[];
}

export type EpochDecision =
  | { kind: "same"; epoch: number }
  | { kind: "new"; epoch: number; fencedBefore: CalendarDay | null }
  /** The first news of a registered parcel: it is there already, and its fence is known from now on. */
  | { kind: "first"; epoch: number; fencedBefore: CalendarDay | null }
  | { kind: "older"; epoch: number };

/** The newest epoch of a number, as far as a registration depends on it. */
export interface RegisteredEpoch extends EpochState {
  openedOn: CalendarDay;
  isDeleted: boolean;
}

export type RegistrationDecision = { kind: "existing" } | { kind: "new"; epoch: number; fencedBefore: CalendarDay | null };

/** Merchants register a parcel about when its label is made. */
const LONGEST_AWAY_BEFORE_REGISTERED_MONTHS = 1;

export function epochStateOf(
  tracker: Tracker,
  stored: Omit<Fence, "epoch"> & Pick<EpochState, "isUnheard" | "earlier"> & { openedAt: Instant },
): EpochState {
  const newestScanOn = scanDays(tracker.scans).at(-1);
  return {
    epoch: tracker.epoch,
    fencedBefore: stored.fencedBefore,
    lastNewsOn: newestScanOn ?? utcDayOf(tracker.newsAt ?? stored.openedAt),
    isFinal: tracker.isFinal,
    isUnheard: stored.isUnheard,
    earlier: stored.earlier,
  };
}

/**
 * Whether a number that is registered names the parcel we know or the next one: for three months it is the one we know, and
 * longer while that one is under way. Registered again after it was deleted, it is the same parcel in a tracker of its own.
 */
export function decideRegistration(existing: RegisteredEpoch | null, now: Instant): RegistrationDecision {
  if (existing === null) return { kind: "new", epoch: 1, fencedBefore: null };
  const { epoch, fencedBefore, openedOn, isDeleted, lastNewsOn, isFinal } = existing;
  if (isDeleted) return { kind: "new", epoch: epoch + 1, fencedBefore };

  const today = utcDayOf(now);
  const isOver = isFinal || plusMonths(lastNewsOn, SILENCE_MONTHS) <= today;
  if (today < plusMonths(openedOn, SILENCE_MONTHS) || !isOver) return { kind: "existing" };
  const earliest = plusMonths(today, -LONGEST_AWAY_BEFORE_REGISTERED_MONTHS);
  return { kind: "new", epoch: epoch + 1, fencedBefore: laterOf(earliest, plusDays(lastNewsOn, 1)) };
}

/**
 * 1. Only the snapshot's own dates count (its scans', else `asOf`), so a payload goes where it belongs however often and late it comes.
 * 2. A new epoch needs three months without news, and then either a finished parcel before them or scans that all lie after them:
 *    a snapshot that still knows the unfinished journey continues it, as sea mail does.
 * 3. News from before the fence is older. Undated news, and dates beyond tomorrow, prove nothing.
 * 4. What was registered without news takes the first that comes, and is fenced as if that had made it.
 */
export function decideEpoch(existing: EpochState | null, snapshot: TrackerSnapshot, now: Instant): EpochDecision {
  const tomorrow = plusDays(utcDayOf(now), 1);
  const scans = snapshot.scans.filter((scan) => isUntil(calendarDayOf(scan.time), tomorrow));
  const asOf = snapshot.asOf === null ? null : utcDayOf(snapshot.asOf);
  const days = scans.length > 0 ? scanDays(scans) : isUntil(asOf, tomorrow) ? [asOf] : [];
  const start = startOfLatestJourney(scans) ?? startOfPatience(days);
  if (existing === null) return { kind: "new", epoch: 1, fencedBefore: start };

  const newest = days.at(-1);
  if (existing.isUnheard && (newest === undefined || isInside(existing, newest))) {
    return { kind: "first", epoch: existing.epoch, fencedBefore: laterOf(existing.fencedBefore, start) };
  }
  if (newest === undefined) return { kind: "same", epoch: existing.epoch };
  if (!isInside(existing, newest)) return { kind: "older", epoch: epochBefore(existing, newest) };

  const fencedBefore = plusMonths(existing.lastNewsOn, SILENCE_MONTHS);
  const firstFresh = days.find((day) => day > existing.lastNewsOn);
  const wasSilent = firstFresh !== undefined && firstFresh >= fencedBefore;
  const knowsNothingBefore = scans.length > 0 && days.find((day) => isInside(existing, day)) === firstFresh;
  return wasSilent && (existing.isFinal || knowsNothingBefore)
    ? { kind: "new", epoch: existing.epoch + 1, fencedBefore }
    : { kind: "same", epoch: existing.epoch };
}

function isInside({ fencedBefore }: Fence, day: CalendarDay): boolean {
  return fencedBefore === null || day >= fencedBefore;
}

function laterOf(a: CalendarDay | null, b: CalendarDay | null): CalendarDay | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function isUntil(day: CalendarDay | null, last: CalendarDay): day is CalendarDay {
  return day !== null && day <= last;
}

/** A parcel we never followed, but whose scans a vendor still tells, is counted as the one before our first. */
function epochBefore({ epoch, earlier }: EpochState, day: CalendarDay): number {
  const holding = earlier.filter((fence) => isInside(fence, day)).map((fence) => fence.epoch);
  return holding.length > 0 ? Math.max(...holding) : Math.min(epoch, ...earlier.map((fence) => fence.epoch)) - 1;
}

/** A number may have had a life before we heard of it: a finished journey, three months of silence, another journey. */
function startOfLatestJourney(scans: readonly ScanReport[]): CalendarDay | null {
  const days = scanDays(scans);
  return days.reduce<CalendarDay | null>((start, day, index) => {
    const previous = days[index - 1];
    if (previous === undefined || day < plusMonths(previous, SILENCE_MONTHS)) return start;
    const hadEnded = scans.some((scan) => isUntil(calendarDayOf(scan.time), previous) && isFinal(scan.status, scan.substatus));
    return hadEnded ? plusMonths(previous, SILENCE_MONTHS) : start;
  }, null);
}

/** What happened so long before the first day we know cannot belong to it either, whichever was told first. */
function startOfPatience([first]: readonly CalendarDay[]): CalendarDay | null {
  return first === undefined ? null : plusMonths(first, -SILENCE_MONTHS);
}

function scanDays(scans: readonly ScanReport[]): CalendarDay[] {
  return scans
    .map((scan) => calendarDayOf(scan.time))
    .filter((day) => day !== null)
    .sort();
}
