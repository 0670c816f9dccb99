import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { TrackingJson } from "#lib/contracts/tracking-json.ts";
import type { Instant } from "#lib/shared/clock.ts";

/** A valid number that nobody registered here yet, in the shape of every other parcel's data. */
export function buildUnknownJson(parcel: { carrier: CarrierSlug; trackingNumber: string }, now: Instant): TrackingJson {
  return {
    version: 1,
    carrier: parcel.carrier,
    tracking_number: parcel.trackingNumber,
    status: "unknown",
    substatus: "unknown",
    action_required: false,
    estimated_delivery_on: null,
    original_estimated_delivery_on: null,
    delivered_at: null,
    delivered_on: null,
    updated_at: now,
    events: [],
  };
}
