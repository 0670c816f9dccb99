import type { Stage } from "#lib/providers/test-numbers/stage.ts";
import { shippoTrack } from "#lib/providers/test-numbers/vendor-payloads.ts";
import type { DemoParcel } from "./demo-parcel.ts";

/** One parcel for every substatus that asks somebody to act, in the words of a vendor that has it. */

type ShipEngineCase = readonly [substatus: string, statusCode: string, detailCode: string, message: string];
type ShippoCase = readonly [substatus: string, status: string, code: string, message: string];

const SHIPENGINE_CASES: readonly ShipEngineCase[] = [
  ["duty_unpaid", "EX", "DUTY_NOT_PAID", "Import charges have not been paid"],
  ["delivery_attempted_final", "AT", "ATTEMPTED_DELIVERY_FINAL", "Final delivery attempt made"],
  ["identification_failed", "EX", "CUSTOMER_IDENTIFICATION_FAILED", "Recipient could not be identified"],
  ["cod_unpaid", "EX", "COD_AMOUNT_NOT_PAID", "Cash on delivery amount not paid"],
  ["pickup_at_post_office", "SP", "COLLECT_AT_LOCAL_PO", "Ready for collection at the post office"],
  ["pickup_from_carrier", "SP", "CUSTOMER_TO_COLLECT_FROM_CARRIER", "Ready for collection at the depot"],
  ["delivered_damaged", "DE", "DELIVERED_DAMAGED", "Delivered, parcel shows damage"],
  ["prohibited", "EX", "HAZARDOUS_PROHIBITED", "Parcel contains prohibited goods"],
  ["outside_service", "EX", "PARCEL_OUTSIDE_OF_SERVICE_CAPABILITY", "Parcel exceeds the limits of the service"],
];

const SHIPPO_CASES: readonly ShippoCase[] = [
  ["address_issue", "TRANSIT", "address_issue", "Apartment number missing"],
  ["contact_carrier", "TRANSIT", "contact_carrier", "Please contact the carrier"],
  ["delivery_attempted", "TRANSIT", "delivery_attempted", "No one was there to take the parcel"],
  ["location_inaccessible", "TRANSIT", "location_inaccessible", "Driver could not reach the address"],
  ["notice_left", "TRANSIT", "notice_left", "Notice left"],
  ["reschedule_delivery", "TRANSIT", "reschedule_delivery", "Delivery must be rescheduled"],
  ["damaged", "TRANSIT", "package_damaged", "Parcel damaged in handling"],
  ["pickup_available", "TRANSIT", "pickup_available", "Ready to collect"],
  ["unclaimed", "RETURNED", "package_unclaimed", "Parcel was not claimed"],
  ["undeliverable", "FAILURE", "package_undeliverable", "Parcel cannot be delivered"],
  ["lost", "FAILURE", "package_lost", "Parcel declared lost"],
];

const MERCHANTS = ["fern-and-fable", "voltline", "sunny-side"] as const;
const numberOf = (index: number) => `9400100000000001${String(index).padStart(4, "0")}`;

function shipEngineParcel([substatus, statusCode, detailCode, message]: ShipEngineCase, index: number): DemoParcel {
  const trackingNumber = numberOf(100 + index);
  return {
    ...common(substatus, trackingNumber, index),
    provider: "shipengine",
    payloads: (stage) => [
      {
        resource_url: `https://api.shipengine.com/v1/tracking?carrier_code=usps&tracking_number=${trackingNumber}`,
        resource_type: "API_TRACK",
        data: {
          tracking_number: trackingNumber,
          carrier_code: "usps",
          status_code: statusCode,
          status_detail_code: detailCode,
          estimated_delivery_date: null,
          events: [
            event(stage, -1, "10:40", statusCode, detailCode, message),
            event(stage, -2, "05:15", "IT", "RECEIVED_LOCAL_DELIVERY_DEPOT", "Arrived at the local depot"),
            event(stage, -3, "19:20", "IT", "PICKED_UP", "Picked up"),
          ],
        },
      },
    ],
  };
}

function event(stage: Stage, day: number, time: string, statusCode: string, detailCode: string, description: string) {
  const zone = "America/Chicago";
  return {
    occurred_at: stage.utc(day, time, zone),
    carrier_occurred_at: stage.local(day, time, zone),
    description,
    city_locality: "SPRINGFIELD",
    state_province: "MO",
    postal_code: "65801",
    country_code: "US",
    status_code: statusCode,
    status_detail_code: detailCode,
  };
}

function shippoParcel([substatus, status, code, message]: ShippoCase, index: number): DemoParcel {
  const trackingNumber = numberOf(200 + index);
  return {
    ...common(substatus, trackingNumber, index),
    provider: "shippo",
    payloads: (stage) => [
      shippoTrack(stage, {
        number: trackingNumber,
        carrier: "usps",
        status,
        substatus: [code, message, true],
        from: "portland",
        to: "brooklyn",
        service: "Ground Advantage",
        scans: [
          [-4, "15:10", "portland", "TRANSIT", "package_accepted", "Accepted at the shipping partner"],
          [-2, "06:25", "newark", "TRANSIT", "package_arrived", "Arrived at the regional facility"],
          [-1, "13:35", "brooklyn", status, code, message],
        ],
      }),
    ],
  };
}

function common(substatus: string, trackingNumber: string, index: number) {
  return {
    group: "When somebody must act",
    title: substatus,
    merchant: MERCHANTS[index % MERCHANTS.length] ?? MERCHANTS[0],
    mode: "production",
    isDated: false,
    carrier: "usps",
    trackingNumber,
  } as const;
}

export const ACTION_GALLERY: readonly DemoParcel[] = [...SHIPPO_CASES.map(shippoParcel), ...SHIPENGINE_CASES.map(shipEngineParcel)];
