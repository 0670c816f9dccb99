import type { Status } from "./status.ts";

/** What somebody has to do; the words for it live in the message catalogs under `action.<code>`. */
export type ActionCode =
  | "fix_address"
  | "contact_carrier"
  | "contact_shop"
  | "arrange_redelivery"
  | "follow_notice"
  | "collect_parcel"
  | "pay_duty"
  | "pay_on_delivery"
  | "show_identification"
  | "report_damage";

export interface SubstatusFacts {
  /** The status this word implies when a vendor gives no better one. */
  status: Status;
  /** Who must act, and on what; null when nobody but the carrier has anything to do. */
  action: { actor: "recipient" | "merchant"; code: ActionCode } | null;
}

const info = (status: Status): SubstatusFacts => ({ status, action: null });
const recipient = (status: Status, code: ActionCode): SubstatusFacts => ({ status, action: { actor: "recipient", code } });
const merchant = (status: Status, code: ActionCode): SubstatusFacts => ({ status, action: { actor: "merchant", code } });

/**
 * The finer word beside a status: the union of Shippo's substatuses, EasyPost's status details
 * and ShipEngine's status detail codes, with words of one meaning folded into one.
 */
export const SUBSTATUSES = {
  // unknown
  unknown: info("unknown"),
  awaiting_information: info("unknown"),
  tracking_expired: info("unknown"),
  // pre_transit
  information_received: info("pre_transit"),
  label_created: info("pre_transit"),
  awaiting_handover: info("pre_transit"),
  not_yet_received: info("pre_transit"),
  pickup_failed: info("pre_transit"),
  // in_transit: moving
  dropped_off: info("in_transit"),
  picked_up: info("in_transit"),
  accepted: info("in_transit"),
  received_at_origin_facility: info("in_transit"),
  departed_origin_facility: info("in_transit"),
  arrived_at_facility: info("in_transit"),
  processing_at_facility: info("in_transit"),
  processed_at_facility: info("in_transit"),
  departed_facility: info("in_transit"),
  in_transit: info("in_transit"),
  transferred_to_partner: info("in_transit"),
  arrived_at_destination: info("in_transit"),
  received_at_destination_facility: info("in_transit"),
  status_update: info("in_transit"),
  relabelled: info("in_transit"),
  repacked: info("in_transit"),
  forwarded: info("in_transit"),
  redirected_by_carrier: info("in_transit"),
  delivery_scheduled: info("in_transit"),
  delivery_arranged: info("in_transit"),
  delivery_rescheduled: info("in_transit"),
  cod_paid: info("in_transit"),
  // in_transit: slower than hoped
  delayed: info("in_transit"),
  delayed_beyond_carrier: info("in_transit"),
  weather_delay: info("in_transit"),
  missorted: info("in_transit"),
  damaged_continuing: info("in_transit"),
  held: info("in_transit"),
  address_correction: info("in_transit"),
  transit_exception: info("in_transit"),
  // customs
  customs_processing: info("in_transit"),
  customs_cleared: info("in_transit"),
  customs_documents_check: info("in_transit"),
  held_by_customs: info("in_transit"),
  incorrect_declaration: info("in_transit"),
  duty_unpaid: recipient("in_transit", "pay_duty"),
  // in_transit: somebody must act
  address_issue: recipient("in_transit", "fix_address"),
  contact_carrier: recipient("in_transit", "contact_carrier"),
  delivery_attempted: recipient("in_transit", "arrange_redelivery"),
  delivery_attempted_final: recipient("in_transit", "contact_carrier"),
  notice_left: recipient("in_transit", "follow_notice"),
  reschedule_delivery: recipient("in_transit", "arrange_redelivery"),
  location_inaccessible: recipient("in_transit", "contact_carrier"),
  identification_failed: recipient("in_transit", "show_identification"),
  cod_unpaid: recipient("in_transit", "pay_on_delivery"),
  damaged: recipient("in_transit", "report_damage"),
  delivery_exception: recipient("in_transit", "contact_carrier"),
  // out_for_delivery, available_for_pickup
  out_for_delivery: info("out_for_delivery"),
  arrived_at_pickup_location: info("available_for_pickup"),
  pickup_available: recipient("available_for_pickup", "collect_parcel"),
  pickup_at_post_office: recipient("available_for_pickup", "collect_parcel"),
  pickup_from_carrier: recipient("available_for_pickup", "collect_parcel"),
  // delivered
  delivered: info("delivered"),
  delivered_to_reception: info("delivered"),
  delivered_to_safe_place: info("delivered"),
  delivered_to_neighbour: info("delivered"),
  delivered_to_po_box: info("delivered"),
  delivered_elsewhere: info("delivered"),
  delivered_in_part: info("delivered"),
  delivered_damaged: recipient("delivered", "report_damage"),
  collected: info("delivered"),
  proof_of_delivery: info("delivered"),
  post_delivery_update: info("delivered"),
  // return_to_sender
  return_to_sender: info("return_to_sender"),
  refused: info("return_to_sender"),
  recipient_moved: info("return_to_sender"),
  not_delivered: info("return_to_sender"),
  not_collected: info("return_to_sender"),
  unclaimed: recipient("return_to_sender", "contact_carrier"),
  returned: info("return_to_sender"),
  // failure, cancelled, error
  failure: info("failure"),
  undeliverable: recipient("failure", "contact_carrier"),
  lost: recipient("failure", "contact_shop"),
  disposed: info("failure"),
  prohibited: merchant("failure", "contact_carrier"),
  addressee_deceased: info("failure"),
  outside_service: merchant("failure", "contact_carrier"),
  unspecified_exception: info("failure"),
  cancelled: info("cancelled"),
  error: info("error"),
} as const satisfies Record<string, SubstatusFacts>;

export type Substatus = keyof typeof SUBSTATUSES;

export function isSubstatus(word: string): word is Substatus {
  return Object.hasOwn(SUBSTATUSES, word);
}

export function isActionRequired(substatus: Substatus): boolean {
  return SUBSTATUSES[substatus].action !== null;
}
