import type { EasyPostStatusDetail } from "#lib/contracts/dialects/easypost.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import type { StatusMeaning, VendorVocabulary } from "../vendor-vocabulary.ts";

const cancelled: StatusMeaning = { status: "cancelled", substatus: "cancelled" };

/** The guide spells `canceled`, the API and its clients `cancelled`. */
const statuses: Record<Status | "canceled", StatusMeaning> = {
  unknown: { status: "unknown", substatus: "unknown" },
  pre_transit: { status: "pre_transit", substatus: "information_received" },
  in_transit: { status: "in_transit", substatus: "in_transit" },
  out_for_delivery: { status: "out_for_delivery", substatus: "out_for_delivery" },
  available_for_pickup: {
    status: "available_for_pickup",
    substatus: "pickup_available",
    details: { arrived_at_pickup_location: "pickup_available" },
  },
  delivered: {
    status: "delivered",
    substatus: "delivered",
    sharpensTo: ["return_to_sender"],
    details: { return: "returned", damaged: "delivered_damaged" },
  },
  return_to_sender: { status: "return_to_sender", substatus: "return_to_sender" },
  failure: { status: "failure", substatus: "failure" },
  cancelled,
  canceled: cancelled,
  error: { status: "error", substatus: "error" },
};

const details: Record<EasyPostStatusDetail, Substatus> = {
  address_correction: "address_correction",
  arrived_at_destination: "arrived_at_destination",
  arrived_at_facility: "arrived_at_facility",
  arrived_at_pickup_location: "arrived_at_pickup_location",
  awaiting_information: "awaiting_information",
  cancelled: "cancelled",
  damaged: "damaged",
  delayed: "delayed",
  delivery_exception: "delivery_exception",
  departed_facility: "departed_facility",
  departed_origin_facility: "departed_origin_facility",
  expired: "tracking_expired",
  failure: "failure",
  held: "held",
  in_transit: "in_transit",
  label_created: "label_created",
  lost: "lost",
  missorted: "missorted",
  out_for_delivery: "out_for_delivery",
  received_at_destination_facility: "received_at_destination_facility",
  received_at_origin_facility: "received_at_origin_facility",
  refused: "refused",
  return: "return_to_sender",
  status_update: "status_update",
  transferred_to_destination_carrier: "transferred_to_partner",
  transit_exception: "transit_exception",
  unknown: "unknown",
  weather_delay: "weather_delay",
};

export const easypostVocabulary = { statuses, details } satisfies VendorVocabulary;
