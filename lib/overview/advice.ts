import type { Status } from "#lib/tracking/status.ts";
import { type ActionCode, SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";
import type { WorkKind } from "./work-kind.ts";

/** What the shop can do, where the shop must. */
const FOR_THE_SHOP: Partial<Record<ActionCode, string>> = {
  contact_carrier: "Call the carrier: it cannot go on by itself. Have it sent back, or find another way to send it.",
};

/** What the shop can do where it is the shopper's turn. */
const FOR_THE_SHOPPER: Readonly<Record<ActionCode, string>> = {
  fix_address: "Ask the shopper for the right address, and give it to the carrier.",
  contact_carrier: "Ask the shopper to get in touch with the carrier, or do it for them.",
  contact_shop: "Offer a replacement or a refund, and claim the parcel from the carrier.",
  arrange_redelivery: "Remind the shopper to choose a new delivery time.",
  follow_notice: "Remind the shopper of the notice the carrier left.",
  collect_parcel: "Remind the shopper to collect it before it goes back.",
  pay_duty: "Tell the shopper that duty has to be paid, or pay it for them.",
  pay_on_delivery: "Tell the shopper that the carrier waits to be paid.",
  show_identification: "Tell the shopper to have an ID ready.",
  report_damage: "Ask the shopper for photos, and claim the damage from the carrier.",
};

/** What the shop can do where nothing was heard for days. */
const IN_SILENCE: Readonly<Record<Status, string>> = {
  unknown: "Check the tracking number: the carrier has never told of it.",
  pre_transit: "Check whether it was handed over: the carrier has a label, and no parcel.",
  in_transit: "Ask the carrier where it is.",
  out_for_delivery: "Ask the carrier whether it was delivered.",
  available_for_pickup: "Remind the shopper to collect it.",
  delivered: "Ask the carrier for the rest of it.",
  return_to_sender: "Look out for it: it is on its way back to you.",
  failure: "Ask the carrier what becomes of it.",
  cancelled: "Check whether it was sent some other way.",
  error: "Check it at the carrier: its tracking does not work.",
};

/** What to do about a parcel on the list, in a sentence or two. */
export function adviceFor({ kind, status, substatus }: { kind: WorkKind; status: Status; substatus: Substatus }): string {
  const { action } = SUBSTATUSES[substatus];
  if (kind === "silent" || action === null) return IN_SILENCE[status];
  return (kind === "shop" && FOR_THE_SHOP[action.code]) || FOR_THE_SHOPPER[action.code];
}
