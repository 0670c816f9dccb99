import type { TrackersTable } from "#lib/db/schema.ts";
import { compareInstants, epochMsOf, HOUR_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import type { Status } from "#lib/tracking/status.ts";
import { jitter } from "./jitter.ts";

/** What decides when a tracker's source is asked next; a whole row will do. */
export type CheckFacts = Pick<
  TrackersTable,
  "status" | "is_final" | "is_watched" | "deleted_at" | "source_id" | "created_at" | "updated_at"
>;

/** While nothing has changed for less than `silentHours`, every `everyMinutes`; after the last row, never. */
type Pace = readonly (readonly [silentHours: number, everyMinutes: number])[];

const HOUR = 60;
const DAY = 24 * HOUR;

/** Half a year without a word: nobody looks at its page any more, and many providers charge for each answer. */
const SILENT: Pace = [
  [30 * 24, 1 * DAY],
  [90 * 24, 3 * DAY],
  [180 * 24, 7 * DAY],
];

/** Carriers take hours to know a new number, then days to scan it. */
const NOT_YET_MOVING: Pace = [[24, 4 * HOUR], [7 * 24, 8 * HOUR], ...SILENT];
const MOVING: Pace = [[48, 3 * HOUR], [7 * 24, 6 * HOUR], ...SILENT];
const STUCK: Pace = [[48, 6 * HOUR], [7 * 24, 12 * HOUR], ...SILENT];

const PACES: Readonly<Record<Status, Pace>> = {
  unknown: NOT_YET_MOVING,
  pre_transit: NOT_YET_MOVING,
  in_transit: MOVING,
  out_for_delivery: [[12, 30], [24, HOUR], ...MOVING],
  available_for_pickup: [[48, 2 * HOUR], ...STUCK],
  delivered: STUCK,
  return_to_sender: STUCK,
  failure: STUCK,
  cancelled: STUCK,
  error: STUCK,
};

/** Signature and proof of delivery come hours late, and some carriers take a delivery back. */
const GRACE: Pace = [[48, 8 * HOUR]];

/** When a tracker's source is asked next: often near the door, ever more rarely in silence, not at all once all is said. */
export function nextCheckAt(facts: CheckFacts, now: Instant, random: RandomBytes): Instant | null {
  if (facts.source_id === null || facts.deleted_at !== null || facts.is_watched === 0) return null;
  const lastChangeAt = compareInstants(facts.updated_at, facts.created_at) > 0 ? facts.updated_at : facts.created_at;
  const silentHours = (epochMsOf(now) - epochMsOf(lastChangeAt)) / HOUR_MS;
  const pace = facts.is_final === 1 ? GRACE : PACES[facts.status];
  const row = pace.find(([until]) => silentHours < until);
  return row ? later(now, row[1], random) : null;
}

const FIRST_RETRY_MINUTES = 5;
const LAST_RETRY_MINUTES = 6 * HOUR;

/** When to ask again after asking failed, so many times in a row: twice as long each time. */
export function nextCheckAfterFailure(failures: number, now: Instant, random: RandomBytes): Instant {
  return later(now, Math.min(LAST_RETRY_MINUTES, FIRST_RETRY_MINUTES * 2 ** Math.max(0, failures - 1)), random);
}

function later(now: Instant, minutes: number, random: RandomBytes): Instant {
  return plusMs(now, Math.round(minutes * 60 * jitter(random)) * 1000);
}
