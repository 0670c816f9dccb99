import type { Place } from "#lib/tracking/place.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import type { Scan, Tracker } from "#lib/tracking/tracker.ts";
import { buildLocation, buildLocationText, type EasyPostLocationJson } from "./build-location.ts";
import { formatScanTime } from "./easypost-time.ts";

export interface EasyPostCarrierDetailJson {
  object: "CarrierDetail";
  service: string | null;
  container_type: null;
  est_delivery_date_local: string | null;
  est_delivery_time_local: string | null;
  origin_location: string | null;
  origin_tracking_location: EasyPostLocationJson | null;
  destination_location: string | null;
  destination_tracking_location: EasyPostLocationJson | null;
  /** A promise we know of is an estimate: nobody told us of a guarantee. */
  guaranteed_delivery_date: null;
  alternate_identifier: null;
  initial_delivery_attempt: string | null;
}

/** Somebody stood at the door. */
const AT_THE_DOOR: ReadonlySet<Substatus> = new Set([
  "delivery_attempted",
  "delivery_attempted_final",
  "notice_left",
  "reschedule_delivery",
  "location_inaccessible",
  "identification_failed",
  "cod_unpaid",
  "refused",
]);

/** Null where nothing of it is known, as EasyPost has it for a parcel its carrier does not know. */
export function buildCarrierDetail(tracker: Tracker): EasyPostCarrierDetailJson | null {
  const { serviceLevel, estimatedDelivery, origin, destination } = tracker;
  const attempt = tracker.scans.findLast(isAttempt);
  if (attempt === undefined && [serviceLevel, estimatedDelivery, origin, destination].every((fact) => fact === null)) return null;
  const until = estimatedDelivery?.until ?? null;
  return {
    object: "CarrierDetail",
    service: serviceLevel,
    container_type: null,
    est_delivery_date_local: estimatedDelivery?.on ?? null,
    est_delivery_time_local: until === null ? null : `${until}:00`,
    origin_location: ifPlace(origin, buildLocationText),
    origin_tracking_location: ifPlace(origin, buildLocation),
    destination_location: ifPlace(destination, buildLocationText),
    destination_tracking_location: ifPlace(destination, buildLocation),
    guaranteed_delivery_date: null,
    alternate_identifier: null,
    initial_delivery_attempt: attempt === undefined ? null : formatScanTime(attempt.time),
  };
}

function isAttempt({ status, substatus }: Scan): boolean {
  return status === "delivered" || AT_THE_DOOR.has(substatus);
}

function ifPlace<Json>(place: Place | null, build: (place: Place) => Json): Json | null {
  return place === null ? null : build(place);
}
