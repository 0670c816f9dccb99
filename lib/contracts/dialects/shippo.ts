import type { Status } from "#lib/tracking/status.ts";
import { isActionRequired, type Substatus } from "#lib/tracking/substatus.ts";

export const SHIPPO_STATUSES = ["UNKNOWN", "PRE_TRANSIT", "TRANSIT", "DELIVERED", "RETURNED", "FAILURE"] as const;
export type ShippoStatus = (typeof SHIPPO_STATUSES)[number];

/** Shippo's substatus codes, each with a sentence of our own for `text`. */
const SUBSTATUS_TEXTS = {
  information_received: "The carrier knows about the parcel.",
  address_issue: "Something is wrong with the address; please contact the carrier.",
  contact_carrier: "Please contact the carrier about this parcel.",
  delayed: "The parcel is late.",
  delivery_attempted: "A delivery was tried without success; please contact the carrier.",
  delivery_rescheduled: "The delivery has a new date.",
  delivery_scheduled: "The delivery has a date.",
  location_inaccessible: "The carrier could not get to the address; please contact the carrier.",
  notice_left: "The carrier left a notice; please follow it.",
  out_for_delivery: "The parcel is on its way to the door.",
  package_accepted: "The carrier has the parcel.",
  package_arrived: "The parcel reached a stop on its way.",
  package_damaged: "The parcel is damaged; please contact the carrier.",
  package_departed: "The parcel left a stop on its way.",
  package_forwarded: "The parcel goes to another address.",
  package_held: "The carrier is holding the parcel.",
  package_processed: "The parcel was sorted on its way.",
  package_processing: "The parcel is being sorted on its way.",
  pickup_available: "The parcel can be collected.",
  reschedule_delivery: "Please arrange another delivery with the carrier.",
  delivered: "The parcel was delivered.",
  return_to_sender: "The parcel goes back to the sender.",
  package_unclaimed: "Nobody collected the parcel.",
  package_undeliverable: "The parcel cannot be delivered.",
  package_disposed: "The carrier disposed of the parcel.",
  package_lost: "The parcel is lost.",
  other: "The carrier's word for this is not known.",
} as const;

export type ShippoSubstatusCode = keyof typeof SUBSTATUS_TEXTS;
export const SHIPPO_SUBSTATUS_CODES = Object.keys(SUBSTATUS_TEXTS) as ShippoSubstatusCode[];

export interface ShippoWords {
  status: ShippoStatus;
  substatus: { code: ShippoSubstatusCode; text: string; action_required: boolean } | null;
}

const STATUS_BY_STATUS: Record<Status, ShippoStatus> = {
  unknown: "UNKNOWN",
  pre_transit: "PRE_TRANSIT",
  in_transit: "TRANSIT",
  out_for_delivery: "TRANSIT",
  available_for_pickup: "TRANSIT",
  delivered: "DELIVERED",
  return_to_sender: "RETURNED",
  failure: "FAILURE",
  cancelled: "FAILURE",
  error: "UNKNOWN",
};

/** Null where Shippo has nothing finer to say than its status. */
const CODE_BY_SUBSTATUS: Record<Substatus, ShippoSubstatusCode | null> = {
  unknown: "other",
  awaiting_information: null,
  tracking_expired: null,

  information_received: "information_received",
  label_created: "information_received",
  awaiting_handover: "information_received",
  not_yet_received: "information_received",
  pickup_failed: "information_received",

  dropped_off: "package_accepted",
  picked_up: "package_accepted",
  accepted: "package_accepted",
  received_at_origin_facility: "package_arrived",
  departed_origin_facility: "package_departed",
  arrived_at_facility: "package_arrived",
  processing_at_facility: "package_processing",
  processed_at_facility: "package_processed",
  departed_facility: "package_departed",
  in_transit: null,
  transferred_to_partner: null,
  arrived_at_destination: "package_arrived",
  received_at_destination_facility: "package_arrived",
  status_update: null,
  relabelled: null,
  repacked: null,
  forwarded: "package_forwarded",
  redirected_by_carrier: "package_forwarded",
  delivery_scheduled: "delivery_scheduled",
  delivery_arranged: "delivery_scheduled",
  delivery_rescheduled: "delivery_rescheduled",
  cod_paid: null,

  delayed: "delayed",
  delayed_beyond_carrier: "delayed",
  weather_delay: "delayed",
  missorted: "delayed",
  damaged_continuing: "delayed",
  held: "package_held",
  address_correction: null,
  transit_exception: "delayed",

  customs_processing: "package_processing",
  customs_cleared: "package_processed",
  customs_documents_check: "package_held",
  held_by_customs: "package_held",
  incorrect_declaration: null,
  duty_unpaid: "contact_carrier",

  address_issue: "address_issue",
  contact_carrier: "contact_carrier",
  delivery_attempted: "delivery_attempted",
  delivery_attempted_final: "delivery_attempted",
  notice_left: "notice_left",
  reschedule_delivery: "reschedule_delivery",
  location_inaccessible: "location_inaccessible",
  identification_failed: "contact_carrier",
  cod_unpaid: "contact_carrier",
  damaged: "package_damaged",
  delivery_exception: "contact_carrier",

  out_for_delivery: "out_for_delivery",
  arrived_at_pickup_location: "package_held",
  pickup_available: "pickup_available",
  pickup_at_post_office: "pickup_available",
  pickup_from_carrier: "pickup_available",

  delivered: "delivered",
  delivered_to_reception: "delivered",
  delivered_to_safe_place: "delivered",
  delivered_to_neighbour: "delivered",
  delivered_to_po_box: "delivered",
  delivered_elsewhere: "delivered",
  delivered_in_part: "delivered",
  delivered_damaged: "package_damaged",
  collected: "delivered",
  proof_of_delivery: "delivered",
  post_delivery_update: "delivered",

  return_to_sender: "return_to_sender",
  refused: "return_to_sender",
  recipient_moved: "return_to_sender",
  not_delivered: "return_to_sender",
  not_collected: "return_to_sender",
  unclaimed: "package_unclaimed",
  returned: "return_to_sender",

  failure: null,
  undeliverable: "package_undeliverable",
  lost: "package_lost",
  disposed: "package_disposed",
  prohibited: "package_undeliverable",
  addressee_deceased: null,
  outside_service: "package_undeliverable",
  unspecified_exception: null,
  cancelled: null,
  error: null,
};

export function toShippoWords(status: Status, substatus: Substatus): ShippoWords {
  const code = CODE_BY_SUBSTATUS[substatus];
  return {
    status: STATUS_BY_STATUS[status],
    substatus: code === null ? null : { code, text: SUBSTATUS_TEXTS[code], action_required: isActionRequired(substatus) },
  };
}
