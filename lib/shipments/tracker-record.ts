import type { EventType } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { EventDeliveryId, EventId, MerchantId, TrackerId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";

/** A tracker as its merchant sees it, personal fields included. */
export interface TrackerRecord {
  id: TrackerId;
  merchantId: MerchantId;
  mode: Mode;
  tracker: Tracker;
  createdAt: Instant;
  updatedAt: Instant;
  /** When a source last told us anything, new or not. */
  checkedAt: Instant;
  /** Our private link: absolute, with the key. */
  publicUrl: string;
  metadata: string | null;
  isWatched: boolean;
}

/** The facts of a tracker that an update may change, as they were before. */
export type PreviousFacts = Partial<
  Pick<Tracker, "status" | "substatus" | "estimatedDelivery" | "signedBy" | "weightOz" | "serviceLevel"> & {
    /** How many scans there were. */
    scanCount: number;
  }
>;

/** Something that happened to a tracker, as it was right after. */
export interface EventRecord {
  id: EventId;
  merchantId: MerchantId;
  mode: Mode;
  type: EventType;
  createdAt: Instant;
  /** Only what changed; empty for a created tracker. */
  previous: PreviousFacts;
  tracker: TrackerRecord;
  deliveries: { id: EventDeliveryId; url: string; isCompleted: boolean }[];
}

/** A page of a list that goes newest first. Ids are exclusive. */
export interface PageRequest {
  limit: number;
  /** Older than this one. */
  beforeId?: string;
  /** Newer than this one. */
  afterId?: string;
  createdFrom?: Instant;
  createdUntil?: Instant;
}

export type Page<Row> = { kind: "page"; rows: Row[]; hasMore: boolean } | { kind: "cursor_unknown" };
