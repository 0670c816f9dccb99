import type { DemoParcel } from "./demo-parcel.ts";
import { type DemoScan, easyPostTracker, shippoTrack } from "./vendor-payloads.ts";

/** The test numbers of EasyPost and Shippo: no account needed, each stands in a known status. */

const begin: DemoScan = [-6, "15:24", "newYork", "pre_transit", "label_created", "Billing information received"];
const moving: DemoScan[] = [
  begin,
  [-5, "18:48", "newYork", "in_transit", "in_transit", "Origin scan"],
  [-3, "04:31", "newark", "in_transit", "departed_facility", "Departure scan"],
];
const out: DemoScan = [0, "07:20", "boston", "out_for_delivery", "out_for_delivery", "Out for delivery"];

const EASYPOST: readonly [code: string, status: string, detail: string, scans: readonly DemoScan[], signedBy?: string][] = [
  ["EZ1000000001", "pre_transit", "label_created", [begin]],
  ["EZ2000000002", "in_transit", "in_transit", moving],
  ["EZ3000000003", "out_for_delivery", "out_for_delivery", [...moving, out]],
  [
    "EZ4000000004",
    "delivered",
    "arrived_at_destination",
    [
      ...moving,
      [-1, "07:09", "boston", "out_for_delivery", "out_for_delivery", "Out for delivery"],
      [-1, "12:24", "boston", "delivered", "arrived_at_destination", "Delivered"],
    ],
    "John Tester",
  ],
  ["EZ5000000005", "return_to_sender", "return", [...moving, [-1, "09:12", "boston", "return_to_sender", "return", "Returning to sender"]]],
  [
    "EZ6000000006",
    "failure",
    "delivery_exception",
    [...moving, [-1, "16:02", "boston", "failure", "delivery_exception", "Delivery could not be completed"]],
  ],
  ["EZ7000000007", "unknown", "unknown", []],
];

const easyPostNumbers = EASYPOST.map(
  ([code, status, detail, scans, signedBy]): DemoParcel => ({
    group: "Test numbers",
    title: `${code} · ${status}`,
    merchant: "fern-and-fable",
    provider: "easypost",
    mode: "test",
    isDated: false,
    carrier: "usps",
    trackingNumber: code,
    payloads: (stage) => {
      const tracker = easyPostTracker(stage, {
        code,
        carrier: "USPS",
        mode: "test",
        status,
        detail,
        scans,
        ...(signedBy ? { signedBy } : {}),
        service: "Priority Mail",
      });
      return [scans.length > 0 ? tracker : { ...tracker, carrier_detail: null, tracking_details: [undatedDetail] }];
    },
  }),
);

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

const SHIPPO: readonly [status: string, substatus: string, message: string][] = [
  ["PRE_TRANSIT", "information_received", "The carrier has been told of the parcel"],
  ["TRANSIT", "package_departed", "Your shipment has left its origin"],
  ["DELIVERED", "delivered", "Your shipment has been delivered"],
  ["RETURNED", "return_to_sender", "Your shipment is going back to the sender"],
  ["FAILURE", "package_undeliverable", "Your shipment could not be delivered"],
  ["UNKNOWN", "other", "The carrier has not found the parcel"],
];

const shippoNumbers = SHIPPO.map(
  ([status, substatus, message]): DemoParcel => ({
    group: "Test numbers",
    title: `SHIPPO_${status}`,
    merchant: "fern-and-fable",
    provider: "shippo",
    mode: "test",
    isDated: false,
    carrier: "shippo",
    trackingNumber: `SHIPPO_${status}`,
    payloads: (stage) => [
      shippoTrack(stage, {
        number: `SHIPPO_${status}`,
        carrier: "shippo",
        test: true,
        status,
        substatus: [substatus, message, false],
        from: "losAngeles",
        to: "chicago",
        service: "Priority Mail",
        promisedOn: 2,
        scans:
          status === "UNKNOWN"
            ? []
            : [
                [-3, "14:39", "losAngeles", "PRE_TRANSIT", "information_received", "The carrier has been told of the parcel"],
                [-1, "16:44", "losAngeles", status, substatus, message],
              ],
      }),
    ],
  }),
);

export const TEST_NUMBERS: readonly DemoParcel[] = [...easyPostNumbers, ...shippoNumbers];
