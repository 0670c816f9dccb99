import { calendarDayOf } from "#lib/tracking/calendar-day.ts";
import { instantOf } from "#lib/tracking/event-time.ts";
import type { Place } from "#lib/tracking/place.ts";
import type { DeliveryDate } from "#lib/tracking/snapshot.ts";
import { isActionRequired } from "#lib/tracking/substatus.ts";
import type { Scan } from "#lib/tracking/tracker.ts";
import { buildTimeJson } from "../build-time-json.ts";
import type { TrackerFacts } from "../tracker-facts.ts";
import type { DeliveryDateJson, PlaceJson, ScanJson, TrackerJson } from "./tracker.ts";

/** A tracker as our API answers it, personal fields included: it is the merchant who asks. */
export function buildTrackerJson(facts: TrackerFacts): TrackerJson {
  const { tracker } = facts;
  return {
    id: facts.id,
    mode: facts.mode,
    carrier: tracker.carrier,
    tracking_number: tracker.trackingNumber,
    status: tracker.status,
    substatus: tracker.substatus,
    action_required: isActionRequired(tracker.substatus),
    is_final: tracker.isFinal,
    estimated_delivery: buildDeliveryDateJson(tracker.estimatedDelivery),
    original_estimated_delivery: buildDeliveryDateJson(tracker.originalEstimatedDelivery),
    delivered_at: tracker.deliveredTime && instantOf(tracker.deliveredTime),
    delivered_on: tracker.deliveredTime && calendarDayOf(tracker.deliveredTime),
    service_level: tracker.serviceLevel,
    origin: buildPlaceJson(tracker.origin),
    destination: buildPlaceJson(tracker.destination),
    signed_by: tracker.signedBy,
    weight_oz: tracker.weightOz,
    scans: tracker.scans.map(buildScanJson),
    metadata: facts.metadata,
    is_watched: facts.isWatched,
    public_url: facts.publicUrl,
    created_at: facts.createdAt,
    updated_at: facts.updatedAt,
    checked_at: facts.checkedAt,
    news_at: tracker.newsAt,
  };
}

export function buildDeliveryDateJson(date: DeliveryDate | null): DeliveryDateJson | null {
  return date && { on: date.on, from: date.from, until: date.until };
}

function buildScanJson(scan: Scan): ScanJson {
  return {
    status: scan.status,
    substatus: scan.substatus,
    message: scan.message,
    place: buildPlaceJson(scan.place),
    time: buildTimeJson(scan.time),
    signer: scan.signer,
    proof_of_delivery_url: scan.proofOfDeliveryUrl,
    source: scan.provider,
  };
}

function buildPlaceJson(place: Place | null): PlaceJson | null {
  if (place === null || Object.values(place).every((part) => part === null)) return null;
  const { city, region, postalCode, country, facility, latitude, longitude } = place;
  return { city, region, postal_code: postalCode, country, facility, latitude, longitude };
}
