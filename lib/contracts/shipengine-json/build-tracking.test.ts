import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { sharedFixtures } from "#lib/testing/shared-fixtures.ts";
import { anIdentity, aScan, day, inPlace, timeWithOffset, wallClock, wholeDay } from "#lib/testing/snapshots.ts";
import { someEventFacts, someTrackerFacts } from "#lib/testing/tracker-facts.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import { EMPTY_FACTS } from "#lib/tracking/fold-snapshot.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { buildShipEngineTracking } from "./build-tracking.ts";
import { buildShipEngineWebhook } from "./build-webhook.ts";

const usps = { carrier: "usps" as CarrierSlug, trackingNumber: "9405511899223197428490" };
const tracked = (parts: Partial<TrackerSnapshot>) => someTrackerFacts({ ...usps, ...parts });
const unheardOf = { tracker: deriveTracker(EMPTY_FACTS, { ...anIdentity, ...usps }), publicUrl: null };

const delivered = aScan({
  status: "delivered",
  substatus: "delivered",
  message: "Delivered, In/At Mailbox",
  time: timeWithOffset("2026-03-02T14:03:00-06:00"),
  place: inPlace({ city: "SARCOXIE", region: "MO", postalCode: "64862", latitude: 37.08, longitude: -94.13 }),
  vendor: { status: null, detail: null, code: "01" },
  signer: "A. SHOPPER",
});
const moving = aScan({ message: "In Transit to Next Facility", time: wholeDay("2026-03-01") });

describe("ShipEngine's tracking information", () => {
  it("tells its events newest first, in UTC and as clocks showed it there", () => {
    const tracking = buildShipEngineTracking(tracked({ status: "delivered", substatus: "delivered", scans: [moving, delivered] }));
    expect(tracking).toMatchObject({
      carrier_code: "usps",
      status_code: "DE",
      status_description: "Delivered",
      status_detail_code: "DELIVERED",
      carrier_status_description: "Delivered, In/At Mailbox",
      actual_delivery_date: "2026-03-02T20:03:00Z",
      exception_description: null,
      public_url: someTrackerFacts().publicUrl,
    });
    expect(tracking.tracking_url).toContain("9405511899223197428490");
    expect(tracking.events).toMatchObject([
      {
        occurred_at: "2026-03-02T20:03:00Z",
        carrier_occurred_at: "2026-03-02T14:03:00",
        city_locality: "SARCOXIE",
        country_code: "",
        signer: "A. SHOPPER",
        event_code: "01",
        latitude: 37.08,
      },
      { occurred_at: "2026-03-01T00:00:00Z", carrier_occurred_at: "2026-03-01T00:00:00", city_locality: "", signer: "", latitude: null },
    ]);
  });

  it("gives both times alike where nobody knows the zone", () => {
    const tracking = buildShipEngineTracking(tracked({ scans: [aScan({ time: wallClock("2026-03-01T17:20:00") })] }));
    expect(tracking.events).toMatchObject([{ occurred_at: "2026-03-01T17:20:00Z", carrier_occurred_at: "2026-03-01T17:20:00" }]);
  });

  it("gives no time where the carrier gave none", () => {
    const tracking = buildShipEngineTracking(tracked({ scans: [aScan({ time: { kind: "none" } })] }));
    expect(tracking.events).toMatchObject([{ occurred_at: null, carrier_occurred_at: null }]);
  });

  it.each([
    ["a day alone", wholeDay("2026-03-02"), "2026-03-02T00:00:00"],
    ["a wall clock nobody knows the zone of", wallClock("2026-03-02T14:03:00"), "2026-03-02T14:03:00"],
    ["no time at all", { kind: "none" } as const, null],
  ])("does not make an instant of a delivery at %s", (_, time, written) => {
    const scans = [{ ...delivered, time }];
    expect(buildShipEngineTracking(tracked({ status: "delivered", substatus: "delivered", scans })).actual_delivery_date).toBe(written);
  });

  it("says what is wrong where something is", () => {
    const scans = [aScan({ substatus: "held_by_customs", message: "Held in customs" })];
    const tracking = buildShipEngineTracking(tracked({ substatus: "held_by_customs", scans }));
    expect(tracking).toMatchObject({ status_code: "EX", exception_description: "Held in customs" });
  });

  it("promises a day, without zone", () => {
    const estimatedDelivery = { on: day("2026-03-05"), from: null, until: "21:00" };
    expect(buildShipEngineTracking(tracked({ estimatedDelivery })).estimated_delivery_date).toBe("2026-03-05T00:00:00");
  });

  it("is not yet in the system before anybody told anything", () => {
    expect(buildShipEngineTracking(unheardOf)).toMatchObject({ status_code: "NY", status_detail_code: null, events: [], public_url: null });
  });
});

describe("ShipEngine's webhook", () => {
  it("names the address at which the same can be asked for", () => {
    const body = buildShipEngineWebhook(someEventFacts(tracked({ scans: [moving] })), { origin: "https://track.example" });
    expect(JSON.parse(body)).toMatchObject({
      resource_url: "https://track.example/v1/tracking?carrier_code=usps&tracking_number=9405511899223197428490",
      resource_type: "API_TRACK",
      data: { tracking_number: "9405511899223197428490", status_code: "IT" },
    });
  });
});

describe.skipIf(!sharedFixtures.present)(`beside what ShipEngine answers, ours (${sharedFixtures.label})`, () => {
  it("has every key of theirs", () => {
    const { response } = sharedFixtures.readJson("shipengine", "docs-sample-tracking.json") as { response: { events: [object] } };
    const tracking = buildShipEngineTracking(tracked({ scans: [delivered] }));
    expect(Object.keys(tracking)).toEqual(expect.arrayContaining(Object.keys(response)));
    expect(Object.keys(tracking.events[0] ?? {})).toEqual(expect.arrayContaining(Object.keys(response.events[0])));
  });
});
