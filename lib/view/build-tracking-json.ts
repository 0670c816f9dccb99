import { buildTimeJson } from "#lib/contracts/build-time-json.ts";
import type { TrackingJson, TrackingJsonEvent } from "#lib/contracts/tracking-json.ts";
import { calendarDayOf } from "#lib/tracking/calendar-day.ts";
import type { Place } from "#lib/tracking/place.ts";
import { isActionRequired } from "#lib/tracking/substatus.ts";
import { redact } from "./redact.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";

/** The same news as data, behind the same redaction as the page. The `.json` address adds the page's own `view`. */
export function buildTrackingJson(input: TrackingViewInput): TrackingJson {
  const { tracker, updatedAt } = redact(input);
  const { deliveredTime } = tracker;
  const delivered = deliveredTime && buildTimeJson(deliveredTime);
  return {
    version: 1,
    carrier: tracker.carrier,
    tracking_number: tracker.trackingNumber,
    status: tracker.status,
    substatus: tracker.substatus,
    action_required: isActionRequired(tracker.substatus),
    estimated_delivery_on: tracker.estimatedDelivery?.on ?? null,
    original_estimated_delivery_on: tracker.originalEstimatedDelivery?.on ?? null,
    delivered_at: delivered?.utc ?? null,
    delivered_on: deliveredTime && calendarDayOf(deliveredTime),
    updated_at: updatedAt,
    events: tracker.scans.map(
      ({ status, substatus, message, place, time }): TrackingJsonEvent => ({
        status,
        substatus,
        message,
        place: placeJson(place),
        time: buildTimeJson(time),
      }),
    ),
  };
}

function placeJson({ city, region, postalCode, country }: Place): TrackingJsonEvent["place"] {
  const place = { city, region, postal_code: postalCode, country };
  return Object.values(place).some((part) => part !== null) ? place : null;
}
