import type { ShippoStatus, ShippoSubstatusCode } from "#lib/contracts/dialects/shippo.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import type { StatusMeaning, VendorVocabulary } from "../vendor-vocabulary.ts";

/** Six words only: the substatus sharpens them. `RETURNED` means on its way back as well as returned. */
const statuses: Record<ShippoStatus, StatusMeaning> = {
  UNKNOWN: { status: "unknown", substatus: "unknown" },
  PRE_TRANSIT: { status: "pre_transit", substatus: "information_received" },
  TRANSIT: { status: "in_transit", substatus: "in_transit", sharpensTo: ["out_for_delivery", "available_for_pickup"] },
  DELIVERED: {
    status: "delivered",
    substatus: "delivered",
    sharpensTo: ["return_to_sender"],
    details: { return_to_sender: "returned", returntosender: "returned", package_damaged: "delivered_damaged" },
  },
  RETURNED: { status: "return_to_sender", substatus: "return_to_sender" },
  FAILURE: { status: "failure", substatus: "failure" },
};

/** The guide's table lost two underscores; both spellings are read. */
const details: Record<ShippoSubstatusCode | "outfordelivery" | "returntosender", Substatus> = {
  information_received: "information_received",
  address_issue: "address_issue",
  contact_carrier: "contact_carrier",
  delayed: "delayed",
  delivery_attempted: "delivery_attempted",
  delivery_rescheduled: "delivery_rescheduled",
  delivery_scheduled: "delivery_scheduled",
  location_inaccessible: "location_inaccessible",
  notice_left: "notice_left",
  out_for_delivery: "out_for_delivery",
  outfordelivery: "out_for_delivery",
  package_accepted: "accepted",
  package_arrived: "arrived_at_facility",
  package_damaged: "damaged",
  package_departed: "departed_facility",
  package_forwarded: "forwarded",
  package_held: "held",
  package_processed: "processed_at_facility",
  package_processing: "processing_at_facility",
  pickup_available: "pickup_available",
  reschedule_delivery: "reschedule_delivery",
  delivered: "delivered",
  return_to_sender: "return_to_sender",
  returntosender: "return_to_sender",
  package_unclaimed: "unclaimed",
  package_undeliverable: "undeliverable",
  package_disposed: "disposed",
  package_lost: "lost",
  other: "unknown",
};

export const shippoVocabulary = { statuses, details } satisfies VendorVocabulary;
