import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";

/**
 * ShipEngine passes many scans on with the carrier's own event code and no status.
 * These are the codes whose meaning the carrier publishes; a code not listed leaves the scan's status unknown.
 */
const EVENT_CODES: Readonly<Record<string, Readonly<Record<string, Substatus>>>> = {
  usps: {
    "01": "delivered",
    "02": "notice_left",
    "03": "accepted",
    "04": "refused",
    "07": "received_at_destination_facility",
    "08": "missorted",
    "09": "return_to_sender",
    "10": "arrived_at_facility",
    "16": "pickup_at_post_office",
    GX: "label_created",
    MA: "information_received",
    NT: "in_transit",
    OF: "out_for_delivery",
    PC: "processed_at_facility",
    SF: "departed_facility",
  },
};

export function readCarrierEventCode(carrier: CarrierSlug, code: string | null): Substatus | null {
  const codes = Object.hasOwn(EVENT_CODES, carrier) ? (EVENT_CODES[carrier] ?? {}) : {};
  return code !== null && Object.hasOwn(codes, code) ? (codes[code] ?? null) : null;
}
