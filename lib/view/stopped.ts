import type { Substatus } from "#lib/tracking/substatus.ts";
import type { MessageKey } from "./languages.ts";

/** What is truer than a promise for today, or than one that has passed. */
export const STOPPED: Readonly<Partial<Record<Substatus, MessageKey>>> = {
  delivery_attempted: "headline.delivery_attempted",
  delivery_attempted_final: "headline.delivery_attempted",
  notice_left: "headline.delivery_attempted",
  reschedule_delivery: "headline.delivery_attempted",
  customs_documents_check: "headline.customs",
  held_by_customs: "headline.customs",
  incorrect_declaration: "headline.customs",
  duty_unpaid: "headline.customs",
  address_issue: "substatus.address_issue",
  contact_carrier: "substatus.contact_carrier",
  location_inaccessible: "substatus.location_inaccessible",
  identification_failed: "substatus.identification_failed",
  cod_unpaid: "substatus.cod_unpaid",
  delivery_exception: "substatus.delivery_exception",
  damaged: "headline.damaged",
};
