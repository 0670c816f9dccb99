import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { EventTime } from "./event-time.ts";
import type { Place } from "./place.ts";
import type { DeliveryDate, MappingNote, Mode, ProviderName, ScanReport, TrackerSnapshot, VendorWords } from "./snapshot.ts";
import type { Status } from "./status.ts";
import type { Substatus } from "./substatus.ts";

/** A scan in a tracker: what was reported, by whom, under a key that is the same for every repetition of it. */
export interface Scan extends ScanReport {
  /** Stable over repeats and orders of arrival; derived from time as given, place and words. */
  key: string;
  provider: ProviderName;
  /** Keys of scans a vendor lists directly before this one; kept only where a clock change makes one of the two doubtful. */
  listedAfter?: readonly string[];
}

/** What a snapshot says of the parcel as a whole. The latest by `asOf` decides the tracker's status. */
export interface SnapshotHeader extends Omit<TrackerSnapshot, "mode" | "carrier" | "trackingNumber" | "scans" | "order" | "notes"> {
  /** The newest scan that came with it, read as UTC where its zone is unknown: a yardstick to order headers, never to be shown. */
  newestScanAt: Instant | null;
  scanCount: number;
  /** False when the vendor only says that it knows nothing yet; such a header overrules nobody. */
  hasNews: boolean;
  /** Breaks ties the same way whatever came first. */
  digest: string;
}

/**
 * Everything ever told about a tracker, as sets that only grow: merging is idempotent and independent of order.
 * `foldSnapshot(facts, snapshot)` adds; `deriveTracker(facts)` reads.
 */
export interface TrackerFacts {
  headers: readonly SnapshotHeader[];
  scans: readonly Scan[];
  notes: readonly MappingNote[];
}

/** The folded state: what every reader of a tracker sees. Stored as one JSON document. */
export interface Tracker {
  carrier: CarrierSlug;
  trackingNumber: string;
  mode: Mode;
  epoch: number;
  status: Status;
  substatus: Substatus;
  /** No further news is expected. */
  isFinal: boolean;
  vendor: VendorWords & { provider: ProviderName | null };
  estimatedDelivery: DeliveryDate | null;
  /** The first promise, kept so that the page can say by how many days it moved. */
  originalEstimatedDelivery: DeliveryDate | null;
  /** When it reached the recipient, as honestly as the carrier said; null unless `status` is `delivered`. */
  deliveredTime: EventTime | null;
  serviceLevel: string | null;
  origin: Place | null;
  destination: Place | null;
  signedBy: string | null;
  weightOz: number | null;
  /** Newest first. */
  scans: readonly Scan[];
  /** When the vendor last changed its picture. */
  newsAt: Instant | null;
}
