import type { Instant } from "#lib/shared/clock.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";

/** What every dialect may know of a tracker; the verbs know a little more. */
export interface TrackerFacts {
  id: string;
  merchantId: string;
  mode: Mode;
  tracker: Tracker;
  createdAt: Instant;
  updatedAt: Instant;
  /** When a source last told us anything, new or not. */
  checkedAt: Instant;
  /** The private link: absolute, with the key. */
  publicUrl: string;
  metadata: string | null;
  isWatched: boolean;
}

/** The facts of a tracker that an update changed, as they were before. */
export type PreviousFacts = Partial<
  Pick<Tracker, "status" | "substatus" | "estimatedDelivery" | "signedBy" | "weightOz" | "serviceLevel"> & {
    /** How many scans there were. */
    scanCount: number;
  }
>;

/** What every dialect may know of an event. */
export interface EventFacts {
  id: string;
  merchantId: string;
  mode: Mode;
  type: "tracker.created" | "tracker.updated";
  createdAt: Instant;
  /** Empty for a created tracker. */
  previous: PreviousFacts;
  /** As it was right after. */
  tracker: TrackerFacts;
  deliveries: readonly { id: string; url: string; isCompleted: boolean }[];
}
