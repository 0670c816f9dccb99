import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { sharedFixtures } from "#lib/testing/shared-fixtures.ts";
import { aScan, day, inPlace, noTime, timeWithOffset } from "#lib/testing/snapshots.ts";
import { someTrackerFacts } from "#lib/testing/tracker-facts.ts";
import { buildEasyPostTracker, type TrackerReply } from "./build-tracker.ts";

const HOUSTON = inPlace({ city: "HOUSTON", region: "TX", postalCode: "77001" });
const ORLANDO = inPlace({ city: "ORLANDO", region: "FL", country: "US" });

const pickedUp = aScan({ substatus: "picked_up", message: "Picked Up", time: timeWithOffset("2026-03-01T09:00:00-06:00"), place: HOUSTON });
const delivered = aScan({
  status: "delivered",
  substatus: "delivered",
  message: "Delivered",
  time: timeWithOffset("2026-03-02T10:00:00-05:00"),
  place: ORLANDO,
  vendor: { status: null, detail: null, code: "DL" },
});

const facts = someTrackerFacts({
  status: "delivered",
  substatus: "delivered",
  serviceLevel: "Ground",
  signedBy: "John Tester",
  weightOz: 17.6,
  origin: HOUSTON,
  destination: ORLANDO,
  estimatedDelivery: { on: day("2026-03-02"), from: "09:00", until: "17:30" },
  scans: [pickedUp, delivered],
});

describe("a tracker in EasyPost's words", () => {
  it("reads whole", () => {
    expect(buildEasyPostTracker(facts, "created")).toEqual({
      id: facts.id,
      object: "Tracker",
      mode: "production",
      tracking_code: "1Z999AA10123456784",
      status: "delivered",
      status_detail: "arrived_at_destination",
      created_at: "2026-03-01T12:00:00Z",
      updated_at: "2026-03-02T15:30:00Z",
      signed_by: "John Tester",
      weight: 17.6,
      est_delivery_date: "2026-03-02T00:00:00Z",
      shipment_id: null,
      carrier: "UPS",
      tracking_details: [
        {
          object: "TrackingDetail",
          message: "Picked Up",
          description: "",
          status: "in_transit",
          status_detail: "in_transit",
          datetime: "2026-03-01T09:00:00-06:00",
          source: "UPS",
          carrier_code: "",
          tracking_location: { object: "TrackingLocation", city: "HOUSTON", state: "TX", country: null, zip: "77001" },
        },
        expect.objectContaining({ message: "Delivered", datetime: "2026-03-02T10:00:00-05:00", carrier_code: "DL" }),
      ],
      carrier_detail: {
        object: "CarrierDetail",
        service: "Ground",
        container_type: null,
        est_delivery_date_local: "2026-03-02",
        est_delivery_time_local: "17:30:00",
        origin_location: "HOUSTON TX, 77001",
        origin_tracking_location: { object: "TrackingLocation", city: "HOUSTON", state: "TX", country: null, zip: "77001" },
        destination_location: "ORLANDO FL US",
        destination_tracking_location: { object: "TrackingLocation", city: "ORLANDO", state: "FL", country: "US", zip: null },
        guaranteed_delivery_date: null,
        alternate_identifier: null,
        initial_delivery_attempt: "2026-03-02T10:00:00-05:00",
      },
      finalized: true,
      is_return: false,
      public_url: facts.publicUrl,
      fees: [{ object: "Fee", type: "TrackerFee", amount: "0.00000", charged: false, refunded: false }],
    });
  });

  it("of whom nobody knows anything has no details, and no carrier detail", () => {
    const unknown = someTrackerFacts({ status: "unknown", substatus: "unknown" });
    expect(buildEasyPostTracker(unknown, "retrieved")).toMatchObject({
      status: "unknown",
      status_detail: "unknown",
      weight: null,
      est_delivery_date: null,
      tracking_details: [],
      carrier_detail: null,
    });
  });

  it("names the first time somebody stood at the door, whatever came of it", () => {
    const tried = { ...pickedUp, substatus: "notice_left", time: timeWithOffset("2026-03-01T17:00:00-06:00") } as const;
    const detail = buildEasyPostTracker(someTrackerFacts({ scans: [pickedUp, tried, delivered] }), "retrieved").carrier_detail;
    expect(detail?.initial_delivery_attempt).toBe("2026-03-01T17:00:00-06:00");
  });

  it("writes a facility where EasyPost's carriers write it, and no time where none was given", () => {
    const place = inPlace({ facility: "LAS VEGAS NV DISTRIBUTION CENTER" });
    const [detail] = buildEasyPostTracker(someTrackerFacts({ scans: [aScan({ place, time: noTime })] }), "event").tracking_details;
    expect(detail).toMatchObject({ datetime: null, tracking_location: { city: "LAS VEGAS NV DISTRIBUTION CENTER", state: null } });
  });

  it("calls a carrier that EasyPost does not know by our own word", () => {
    const carrier = "airterra" as CarrierSlug;
    expect(buildEasyPostTracker(someTrackerFacts({ carrier }), "event").carrier).toBe("airterra");
  });
});

const RECORDED: readonly [TrackerReply, ...string[]][] = [
  ["created", "recorded", "tracker-EZ4000000004-created-201.json"],
  ["deduplicated", "recorded", "tracker-EZ1000000001-dedup-200.json"],
  ["retrieved", "recorded", "tracker-get.json"],
  ["event", "webhook-hmac-vector", "event-body.json"],
];

describe.skipIf(!sharedFixtures.present)(`a tracker beside EasyPost's own: ${sharedFixtures.label}`, () => {
  it.each(RECORDED)("%s has the same keys in the same order", (reply, ...path) => {
    const ours = JSON.parse(JSON.stringify(buildEasyPostTracker(facts, reply)));
    const theirs = trackerIn(sharedFixtures.readJson("easypost", ...path));
    const parts = (tracker: Json) => [tracker, tracker.tracking_details[0], tracker.carrier_detail].map(Object.keys);
    expect(parts(ours)).toEqual(parts(theirs));
    if (theirs.fees) expect(Object.keys(ours.fees[0])).toEqual(Object.keys(theirs.fees[0]));
  });
});

// biome-ignore lint/suspicious/noExplicitAny: a recorded body is compared, not trusted
type Json = any;
const trackerIn = (recording: Json): Json => recording.result ?? recording.response.body;
