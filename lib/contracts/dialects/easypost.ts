import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";

/** EasyPost's finer words beside its statuses; its statuses are ours. */
export const EASYPOST_STATUS_DETAILS = [
  "address_correction",
  "arrived_at_destination",
  "arrived_at_facility",
  "arrived_at_pickup_location",
  "awaiting_information",
  "cancelled",
  "damaged",
  "delayed",
  "delivery_exception",
  "departed_facility",
  "departed_origin_facility",
  "expired",
  "failure",
  "held",
  "in_transit",
  "label_created",
  "lost",
  "missorted",
  "out_for_delivery",
  "received_at_destination_facility",
  "received_at_origin_facility",
  "refused",
  "return",
  "status_update",
  "transferred_to_destination_carrier",
  "transit_exception",
  "unknown",
  "weather_delay",
] as const;

export type EasyPostStatusDetail = (typeof EASYPOST_STATUS_DETAILS)[number];

export interface EasyPostWords {
  status: Status;
  status_detail: EasyPostStatusDetail;
}

/** EasyPost has no detail for a parcel handed over: it says `arrived_at_destination` beside `delivered`. */
const DETAIL_BY_SUBSTATUS: Record<Substatus, EasyPostStatusDetail> = {
  unknown: "unknown",
  awaiting_information: "awaiting_information",
  tracking_expired: "expired",

  information_received: "status_update",
  label_created: "label_created",
  awaiting_handover: "status_update",
  not_yet_received: "status_update",
  pickup_failed: "status_update",

  dropped_off: "in_transit",
  picked_up: "in_transit",
  accepted: "in_transit",
  received_at_origin_facility: "received_at_origin_facility",
  departed_origin_facility: "departed_origin_facility",
  arrived_at_facility: "arrived_at_facility",
  processing_at_facility: "arrived_at_facility",
  processed_at_facility: "arrived_at_facility",
  departed_facility: "departed_facility",
  in_transit: "in_transit",
  transferred_to_partner: "transferred_to_destination_carrier",
  arrived_at_destination: "arrived_at_destination",
  received_at_destination_facility: "received_at_destination_facility",
  status_update: "status_update",
  relabelled: "status_update",
  repacked: "status_update",
  forwarded: "in_transit",
  redirected_by_carrier: "in_transit",
  delivery_scheduled: "status_update",
  delivery_arranged: "status_update",
  delivery_rescheduled: "delayed",
  cod_paid: "status_update",

  delayed: "delayed",
  delayed_beyond_carrier: "delayed",
  weather_delay: "weather_delay",
  missorted: "missorted",
  damaged_continuing: "transit_exception",
  held: "held",
  address_correction: "address_correction",
  transit_exception: "transit_exception",

  customs_processing: "in_transit",
  customs_cleared: "in_transit",
  customs_documents_check: "held",
  held_by_customs: "held",
  incorrect_declaration: "transit_exception",
  duty_unpaid: "held",

  address_issue: "delivery_exception",
  contact_carrier: "delivery_exception",
  delivery_attempted: "delivery_exception",
  delivery_attempted_final: "delivery_exception",
  notice_left: "delivery_exception",
  reschedule_delivery: "delivery_exception",
  location_inaccessible: "delivery_exception",
  identification_failed: "delivery_exception",
  cod_unpaid: "delivery_exception",
  damaged: "damaged",
  delivery_exception: "delivery_exception",

  out_for_delivery: "out_for_delivery",
  arrived_at_pickup_location: "arrived_at_pickup_location",
  pickup_available: "arrived_at_pickup_location",
  pickup_at_post_office: "arrived_at_pickup_location",
  pickup_from_carrier: "arrived_at_pickup_location",

  delivered: "arrived_at_destination",
  delivered_to_reception: "arrived_at_destination",
  delivered_to_safe_place: "arrived_at_destination",
  delivered_to_neighbour: "arrived_at_destination",
  delivered_to_po_box: "arrived_at_destination",
  delivered_elsewhere: "arrived_at_destination",
  delivered_in_part: "arrived_at_destination",
  delivered_damaged: "damaged",
  collected: "arrived_at_destination",
  proof_of_delivery: "arrived_at_destination",
  post_delivery_update: "status_update",

  return_to_sender: "return",
  refused: "refused",
  recipient_moved: "return",
  not_delivered: "return",
  not_collected: "return",
  unclaimed: "return",
  returned: "return",

  failure: "failure",
  undeliverable: "failure",
  lost: "lost",
  disposed: "failure",
  prohibited: "failure",
  addressee_deceased: "failure",
  outside_service: "failure",
  unspecified_exception: "failure",
  cancelled: "cancelled",
  error: "unknown",
};

export function toEasyPostWords(status: Status, substatus: Substatus): EasyPostWords {
  return { status, status_detail: DETAIL_BY_SUBSTATUS[substatus] };
}
