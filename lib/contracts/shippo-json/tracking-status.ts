import { type ShippoWords, toShippoWords } from "#lib/contracts/dialects/shippo.ts";
import { isUnheardOf } from "#lib/contracts/is-unheard-of.ts";
import type { TrackerFacts } from "#lib/contracts/tracker-facts.ts";
import { compareInstants, type Instant } from "#lib/shared/clock.ts";
import { instantOf } from "#lib/tracking/event-time.ts";
import { stableDigest } from "#lib/tracking/stable-digest.ts";
import type { Scan, Tracker } from "#lib/tracking/tracker.ts";
import { buildAddress, type ShippoAddress } from "./address.ts";
import { toStatusDate } from "./status-date.ts";

export interface ShippoTrackingStatus extends ShippoWords {
  /** Shippo's client refuses an `object_created` or `object_updated` that is null or has no zone. */
  object_created: Instant;
  object_updated: Instant;
  object_id: string;
  status_details: string;
  status_date: string | null;
  location: ShippoAddress | null;
}

/** One entry of the history. */
export function buildScanStatus(facts: TrackerFacts, scan: Scan): ShippoTrackingStatus {
  const knownAt = firstKnownAt(facts, scan);
  return {
    object_created: knownAt,
    object_updated: knownAt,
    object_id: objectId(facts.id, scan.key),
    ...toShippoWords(scan.status, scan.substatus),
    status_details: scan.message ?? "",
    status_date: toStatusDate(scan.time),
    location: buildAddress(scan.place),
  };
}

/** Where the parcel stands: the scan that says so, or the bare word where none does. Null as long as nobody has told us anything. */
export function buildLatestStatus(facts: TrackerFacts): ShippoTrackingStatus | null {
  const { tracker } = facts;
  if (isUnheardOf(tracker)) return null;
  const words = toShippoWords(tracker.status, tracker.substatus);
  const identity = { object_updated: facts.updatedAt, object_id: objectId(facts.id, facts.updatedAt) };
  const scan = decidingScan(tracker);
  if (scan !== null) return { ...buildScanStatus(facts, scan), ...identity, ...words };
  return {
    object_created: facts.createdAt,
    ...identity,
    ...words,
    status_details: words.substatus?.text ?? "",
    status_date: null,
    location: null,
  };
}

function decidingScan({ status, substatus, scans }: Tracker): Scan | null {
  const alike = scans.filter((scan) => scan.status === status);
  return alike.find((scan) => scan.substatus === substatus) ?? alike[0] ?? null;
}

/** Nobody can have known of a scan before it happened, nor we before we followed the parcel. */
function firstKnownAt({ createdAt }: TrackerFacts, { time }: Scan): Instant {
  const happenedAt = instantOf(time);
  return happenedAt !== null && compareInstants(happenedAt, createdAt) > 0 ? happenedAt : createdAt;
}

/** 32 hexadecimal digits, as Shippo's are; the same for the same thing. */
function objectId(...parts: string[]): string {
  return stableDigest(parts) + stableDigest([...parts, "shippo"]);
}
