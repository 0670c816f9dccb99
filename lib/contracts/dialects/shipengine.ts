import type { Status } from "#lib/tracking/status.ts";
import { SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";

/** ShipEngine's status codes and the names it prints beside them. */
const STATUS_DESCRIPTIONS = {
  UN: "Unknown",
  AC: "Accepted",
  IT: "In Transit",
  DE: "Delivered",
  EX: "Exception",
  AT: "Delivery Attempt",
  NY: "Not Yet In System",
  SP: "Delivered To Collection Location",
} as const;

export type ShipEngineStatusCode = keyof typeof STATUS_DESCRIPTIONS;
export const SHIPENGINE_STATUS_CODES = Object.keys(STATUS_DESCRIPTIONS) as ShipEngineStatusCode[];

export const SHIPENGINE_STATUS_DETAIL_CODES = [
  "CARRIER_STATUS_NOT_MAPPED",
  "SHIPMENT_CREATED",
  "AWAITING_PICKUP_DROP_OFF",
  "DROPPED_OFF",
  "ELEC_ADVICE_RECD_BY_CARRIER",
  "PICKED_UP",
  "CUSTOMS_CLEARED",
  "CUSTOMS_PROCESSING",
  "DELIVERY_ARRANGED_WITH_RECIPIENT",
  "HUB_SCAN_OUT",
  "HUB_SCAN_IN",
  "IN_TRANSIT",
  "INFORMATION",
  "PARCEL_OVER_LABELLED",
  "PARCEL_UPDATE_NOTIFICATION",
  "RECEIVED_BY_CARRIER",
  "RECEIVED_LOCAL_DELIVERY_DEPOT",
  "SUB_CONTRACTOR_EVENT",
  "SUB_CONTRACTOR_RECEIVED",
  "PARCEL_REDIRECTED",
  "DELIVERY_SCHEDULED",
  "HUB_PROCESSING",
  "DELIVERY_RESCHEDULED",
  "ATTEMPTED_DELIVERY",
  "ATTEMPTED_DELIVERY_FINAL",
  "COD_AMOUNT_PAID",
  "CUSTOMER_CARDED",
  "OUT_FOR_DELIVERY",
  "AWAITING_COLLECTION_FROM_PICKUP_POINT",
  "COLLECT_AT_LOCAL_PO",
  "CUSTOMER_TO_COLLECT_FROM_CARRIER",
  "DELIVERED_TO_RECEPTION",
  "DELIVERED",
  "DELIVERED_DAMAGED",
  "DELIVERED_IN_PART",
  "DELIVERED_SPECIFIED_SAFE_PLACE",
  "DELIVERED_TO_ALTERNATIVE_DELIVERY_LOCATION",
  "DELIVERED_TO_NEIGHBOUR",
  "DELIVERED_TO_PO_BOX",
  "PARCEL_COLLECTED_FROM_PICKUP_POINT",
  "POST_TRANSIT_STATUS",
  "PROOF_OF_DELIVERY",
  "PICKUP_FAILED",
  "NOT_YET_RECEIVED_BY_CARRIER",
  "PARCEL_DAMAGED",
  "ADDRESS_QUERY",
  "CARRIER_DELAYS",
  "DELAYED_NOT_CARRIER",
  "HELD_BY_CARRIER",
  "HELD_BY_CARRIER_FOR_CLEARANCE_PRE_PROCESSING",
  "HELD_BY_CUSTOMS",
  "INCORRECT_DECLARATION",
  "MISROUTED",
  "PARCEL_REPACKED",
  "RECD_BY_CARRIER_NO_ELEC_ADVICE",
  "COD_AMOUNT_NOT_PAID",
  "CUSTOMER_IDENTIFICATION_FAILED",
  "NO_ACCESS_TO_RECIPIENTS_ADDRESS",
  "CANCELLED",
  "CUSTOMER_MOVED",
  "HAZARDOUS_PROHIBITED",
  "NOT_COLLECTED_FROM_PICKUP_POINT",
  "NOT_DELIVERED",
  "NOT_DELIVERED_ADDRESSEE_DECEASED",
  "PARCEL_DISPOSED",
  "PARCEL_LOST",
  "PARCEL_OUTSIDE_OF_SERVICE_CAPABILITY",
  "REFUSED_BY_CUSTOMER",
  "RETURN_TO_SENDER",
  "UNSPECIFIED_EXCEPTION",
  "TRACKING_EXPIRED",
  "DUTY_NOT_PAID",
  "PARCEL_REDIRECTED_BY_CARRIER",
  "DELIVERED_TO_PICKUP_POINT",
  "UNDELIVERABLE_RETURNED_TO_SENDER",
] as const;

export type ShipEngineStatusDetailCode = (typeof SHIPENGINE_STATUS_DETAIL_CODES)[number];

export interface ShipEngineWords {
  status_code: ShipEngineStatusCode;
  status_description: string;
  status_detail_code: ShipEngineStatusDetailCode | null;
  status_detail_description: string | null;
}

/** What stands beside a substatus that a status of another kind came with. */
const CODE_BY_STATUS: Record<Status, ShipEngineStatusCode> = {
  unknown: "UN",
  pre_transit: "NY",
  in_transit: "IT",
  out_for_delivery: "IT",
  available_for_pickup: "SP",
  delivered: "DE",
  return_to_sender: "EX",
  failure: "EX",
  cancelled: "EX",
  error: "UN",
};

const WORDS_BY_SUBSTATUS: Record<Substatus, readonly [ShipEngineStatusCode, ShipEngineStatusDetailCode | null]> = {
  unknown: ["UN", "CARRIER_STATUS_NOT_MAPPED"],
  awaiting_information: ["NY", null],
  tracking_expired: ["EX", "TRACKING_EXPIRED"],

  information_received: ["AC", "ELEC_ADVICE_RECD_BY_CARRIER"],
  label_created: ["NY", "SHIPMENT_CREATED"],
  awaiting_handover: ["NY", "AWAITING_PICKUP_DROP_OFF"],
  not_yet_received: ["EX", "NOT_YET_RECEIVED_BY_CARRIER"],
  pickup_failed: ["EX", "PICKUP_FAILED"],

  dropped_off: ["AC", "DROPPED_OFF"],
  picked_up: ["AC", "PICKED_UP"],
  accepted: ["AC", "RECEIVED_BY_CARRIER"],
  received_at_origin_facility: ["IT", "HUB_SCAN_IN"],
  departed_origin_facility: ["IT", "HUB_SCAN_OUT"],
  arrived_at_facility: ["IT", "HUB_SCAN_IN"],
  processing_at_facility: ["IT", "HUB_PROCESSING"],
  processed_at_facility: ["IT", "HUB_PROCESSING"],
  departed_facility: ["IT", "HUB_SCAN_OUT"],
  in_transit: ["IT", "IN_TRANSIT"],
  transferred_to_partner: ["IT", "SUB_CONTRACTOR_RECEIVED"],
  arrived_at_destination: ["IT", "RECEIVED_LOCAL_DELIVERY_DEPOT"],
  received_at_destination_facility: ["IT", "RECEIVED_LOCAL_DELIVERY_DEPOT"],
  status_update: ["IT", "INFORMATION"],
  relabelled: ["IT", "PARCEL_OVER_LABELLED"],
  repacked: ["EX", "PARCEL_REPACKED"],
  forwarded: ["IT", "PARCEL_REDIRECTED"],
  redirected_by_carrier: ["EX", "PARCEL_REDIRECTED_BY_CARRIER"],
  delivery_scheduled: ["IT", "DELIVERY_SCHEDULED"],
  delivery_arranged: ["IT", "DELIVERY_ARRANGED_WITH_RECIPIENT"],
  delivery_rescheduled: ["IT", "DELIVERY_RESCHEDULED"],
  cod_paid: ["IT", "COD_AMOUNT_PAID"],

  delayed: ["EX", "CARRIER_DELAYS"],
  delayed_beyond_carrier: ["EX", "DELAYED_NOT_CARRIER"],
  weather_delay: ["EX", "DELAYED_NOT_CARRIER"],
  missorted: ["EX", "MISROUTED"],
  damaged_continuing: ["EX", "PARCEL_DAMAGED"],
  held: ["EX", "HELD_BY_CARRIER"],
  address_correction: ["EX", "ADDRESS_QUERY"],
  transit_exception: ["EX", "UNSPECIFIED_EXCEPTION"],

  customs_processing: ["IT", "CUSTOMS_PROCESSING"],
  customs_cleared: ["IT", "CUSTOMS_CLEARED"],
  customs_documents_check: ["EX", "HELD_BY_CARRIER_FOR_CLEARANCE_PRE_PROCESSING"],
  held_by_customs: ["EX", "HELD_BY_CUSTOMS"],
  incorrect_declaration: ["EX", "INCORRECT_DECLARATION"],
  duty_unpaid: ["EX", "DUTY_NOT_PAID"],

  address_issue: ["EX", "ADDRESS_QUERY"],
  contact_carrier: ["EX", "UNSPECIFIED_EXCEPTION"],
  delivery_attempted: ["AT", "ATTEMPTED_DELIVERY"],
  delivery_attempted_final: ["AT", "ATTEMPTED_DELIVERY_FINAL"],
  notice_left: ["AT", "CUSTOMER_CARDED"],
  reschedule_delivery: ["AT", "ATTEMPTED_DELIVERY"],
  location_inaccessible: ["EX", "NO_ACCESS_TO_RECIPIENTS_ADDRESS"],
  identification_failed: ["EX", "CUSTOMER_IDENTIFICATION_FAILED"],
  cod_unpaid: ["EX", "COD_AMOUNT_NOT_PAID"],
  damaged: ["EX", "PARCEL_DAMAGED"],
  delivery_exception: ["EX", "UNSPECIFIED_EXCEPTION"],

  out_for_delivery: ["IT", "OUT_FOR_DELIVERY"],
  arrived_at_pickup_location: ["SP", "DELIVERED_TO_PICKUP_POINT"],
  pickup_available: ["SP", "AWAITING_COLLECTION_FROM_PICKUP_POINT"],
  pickup_at_post_office: ["SP", "COLLECT_AT_LOCAL_PO"],
  pickup_from_carrier: ["SP", "CUSTOMER_TO_COLLECT_FROM_CARRIER"],

  delivered: ["DE", "DELIVERED"],
  delivered_to_reception: ["DE", "DELIVERED_TO_RECEPTION"],
  delivered_to_safe_place: ["DE", "DELIVERED_SPECIFIED_SAFE_PLACE"],
  delivered_to_neighbour: ["DE", "DELIVERED_TO_NEIGHBOUR"],
  delivered_to_po_box: ["DE", "DELIVERED_TO_PO_BOX"],
  delivered_elsewhere: ["DE", "DELIVERED_TO_ALTERNATIVE_DELIVERY_LOCATION"],
  delivered_in_part: ["DE", "DELIVERED_IN_PART"],
  delivered_damaged: ["DE", "DELIVERED_DAMAGED"],
  collected: ["DE", "PARCEL_COLLECTED_FROM_PICKUP_POINT"],
  proof_of_delivery: ["DE", "PROOF_OF_DELIVERY"],
  post_delivery_update: ["DE", "POST_TRANSIT_STATUS"],

  return_to_sender: ["EX", "RETURN_TO_SENDER"],
  refused: ["EX", "REFUSED_BY_CUSTOMER"],
  recipient_moved: ["EX", "CUSTOMER_MOVED"],
  not_delivered: ["EX", "NOT_DELIVERED"],
  not_collected: ["EX", "NOT_COLLECTED_FROM_PICKUP_POINT"],
  unclaimed: ["EX", "NOT_COLLECTED_FROM_PICKUP_POINT"],
  returned: ["EX", "UNDELIVERABLE_RETURNED_TO_SENDER"],

  failure: ["EX", "UNSPECIFIED_EXCEPTION"],
  undeliverable: ["EX", "UNSPECIFIED_EXCEPTION"],
  lost: ["EX", "PARCEL_LOST"],
  disposed: ["EX", "PARCEL_DISPOSED"],
  prohibited: ["EX", "HAZARDOUS_PROHIBITED"],
  addressee_deceased: ["EX", "NOT_DELIVERED_ADDRESSEE_DECEASED"],
  outside_service: ["EX", "PARCEL_OUTSIDE_OF_SERVICE_CAPABILITY"],
  unspecified_exception: ["EX", "UNSPECIFIED_EXCEPTION"],
  cancelled: ["EX", "CANCELLED"],
  error: ["UN", null],
};

export function toShipEngineWords(status: Status, substatus: Substatus): ShipEngineWords {
  const [usualCode, detailCode] = WORDS_BY_SUBSTATUS[substatus];
  const statusCode = SUBSTATUSES[substatus].status === status ? usualCode : CODE_BY_STATUS[status];
  return {
    status_code: statusCode,
    status_description: STATUS_DESCRIPTIONS[statusCode],
    status_detail_code: detailCode,
    status_detail_description: detailCode === null ? null : spellOut(detailCode),
  };
}

/** `HUB_SCAN_IN` → `Hub scan in`. */
function spellOut(code: string): string {
  return code.charAt(0) + code.slice(1).toLowerCase().replaceAll("_", " ");
}
