import { type CarrierSlug, findCarrier, providerCodeOf } from "#lib/carriers/catalog.ts";
import type { EasyPostTestNumber } from "#lib/carriers/test-numbers.ts";
import type { Stage } from "./stage.ts";
import { easyPostTracker, type StagedScan } from "./vendor-payloads.ts";

const begin: StagedScan = [-6, "15:24", "newYork", "pre_transit", "label_created", "Billing information received"];
const moving: readonly StagedScan[] = [
  begin,
  [-5, "18:48", "newYork", "in_transit", "in_transit", "Origin scan"],
  [-3, "04:31", "newark", "in_transit", "departed_facility", "Departure scan"],
];
const out: StagedScan = [0, "07:20", "boston", "out_for_delivery", "out_for_delivery", "Out for delivery"];

interface Story {
  status: string;
  detail: string;
  scans: readonly StagedScan[];
  signedBy?: string;
}

export const EASYPOST_STORIES: Readonly<Record<EasyPostTestNumber, Story>> = {
  EZ1000000001: { status: "pre_transit", detail: "label_created", scans: [begin] },
  EZ2000000002: { status: "in_transit", detail: "in_transit", scans: moving },
  EZ3000000003: { status: "out_for_delivery", detail: "out_for_delivery", scans: [...moving, out] },
  EZ4000000004: {
    status: "delivered",
    detail: "arrived_at_destination",
    scans: [
      ...moving,
      [-1, "07:09", "boston", "out_for_delivery", "out_for_delivery", "Out for delivery"],
      [-1, "12:24", "boston", "delivered", "arrived_at_destination", "Delivered"],
    ],
    signedBy: "John Tester",
  },
  EZ5000000005: {
    status: "return_to_sender",
    detail: "return",
    scans: [...moving, [-1, "09:12", "boston", "return_to_sender", "return", "Returning to sender"]],
  },
  EZ6000000006: {
    status: "failure",
    detail: "delivery_exception",
    scans: [...moving, [-1, "16:02", "boston", "failure", "delivery_exception", "Delivery could not be completed"]],
  },
  EZ7000000007: { status: "unknown", detail: "unknown", scans: [] },
};

/** EasyPost answers its unknown parcel with one detail that has neither time nor place. */
const undatedDetail = {
  object: "TrackingDetail",
  message: "Shipment information unavailable",
  description: null,
  status: "unknown",
  status_detail: null,
  datetime: null,
  source: "EasyPost",
  carrier_code: null,
  tracking_location: { object: "TrackingLocation", city: null, state: null, country: null, zip: null },
};

/** The Tracker that EasyPost answers for one of its test numbers. */
export function easyPostTestTracker(stage: Stage, number: EasyPostTestNumber, slug: CarrierSlug) {
  const carrier = findCarrier(slug);
  const story = { code: number, mode: "test", service: "Priority Mail", ...EASYPOST_STORIES[number] } as const;
  const tracker = easyPostTracker(stage, { ...story, carrier: (carrier && providerCodeOf(carrier, "easypost")) ?? slug });
  return story.scans.length > 0 ? tracker : { ...tracker, carrier_detail: null, tracking_details: [undatedDetail] };
}
