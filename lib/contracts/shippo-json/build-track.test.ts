import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { TrackerFacts } from "#lib/contracts/tracker-facts.ts";
import { sharedFixtures } from "#lib/testing/shared-fixtures.ts";
import { anIdentity, aScan, day, inPlace, timeWithOffset, wallClock, wholeDay } from "#lib/testing/snapshots.ts";
import { someEventFacts, someTrackerFacts } from "#lib/testing/tracker-facts.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import { EMPTY_FACTS } from "#lib/tracking/fold-snapshot.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { buildShippoTrack } from "./build-track.ts";
import { buildShippoWebhook } from "./build-webhook.ts";

const berkeley = inPlace({ city: "Berkeley", region: "CA", postalCode: "94705", country: "US" });
const arrived = aScan({
  substatus: "arrived_at_facility",
  message: "Arrived at the post office.",
  time: timeWithOffset("2026-03-01T22:40:00-08:00"),
  place: berkeley,
});
const delivered = aScan({
  status: "delivered",
  substatus: "delivered",
  message: "Delivered, in the mailbox.",
  time: timeWithOffset("2026-03-02T07:19:00-08:00"),
  place: berkeley,
});

const usps = "usps" as CarrierSlug;
const tracked = (parts: Partial<TrackerSnapshot>) => someTrackerFacts({ carrier: usps, ...parts });

const unheardOf: TrackerFacts = {
  ...tracked({}),
  tracker: deriveTracker(EMPTY_FACTS, { ...anIdentity, carrier: usps }),
};

describe("a Shippo Track", () => {
  it("tells its history oldest first, and repeats the scan that says how the parcel stands", () => {
    const track = buildShippoTrack(tracked({ status: "delivered", substatus: "delivered", scans: [delivered, arrived] }));
    expect(track.tracking_history.map(({ status, status_date }) => [status, status_date])).toEqual([
      ["TRANSIT", "2026-03-02T06:40:00Z"],
      ["DELIVERED", "2026-03-02T15:19:00Z"],
    ]);
    expect(track.tracking_status).toMatchObject({
      status: "DELIVERED",
      status_details: "Delivered, in the mailbox.",
      status_date: "2026-03-02T15:19:00Z",
      object_updated: "2026-03-02T15:30:00.250Z",
      substatus: { code: "delivered", action_required: false },
      location: { city: "Berkeley", state: "CA", zip: "94705", country: "US" },
    });
  });

  it("has no status and no history before anybody told anything", () => {
    expect(buildShippoTrack(unheardOf)).toMatchObject({ tracking_status: null, tracking_history: [], messages: [], eta: null });
  });

  it("is unknown, not silent, where a source was asked and knows nothing", () => {
    const track = buildShippoTrack(
      tracked({ status: "unknown", substatus: "unknown", vendor: { status: "UNKNOWN", detail: null, code: null } }),
    );
    expect(track.tracking_status?.status).toBe("UNKNOWN");
  });

  it("says a status that no scan says without a date and a place of its own", () => {
    const track = buildShippoTrack(tracked({ status: "delivered", substatus: "delivered", scans: [arrived] }));
    expect(track.tracking_status).toMatchObject({
      status: "DELIVERED",
      status_details: "The parcel was delivered.",
      status_date: null,
      location: null,
    });
  });

  it.each([
    ["a day alone", wholeDay("2026-03-01"), "2026-03-01T00:00:00Z"],
    ["a wall clock nobody knows the zone of", wallClock("2026-03-01T17:20:00"), "2026-03-01T00:00:00Z"],
    ["a true midnight in London", timeWithOffset("2026-03-01T00:00:00+00:00"), "2026-03-01T00:00:00.001Z"],
  ])("writes %s so that it is not taken for more", (_, time, written) => {
    expect(buildShippoTrack(tracked({ scans: [aScan({ time })] })).tracking_history[0]?.status_date).toBe(written);
  });

  it("always dates its objects in full, which Shippo's client insists on", () => {
    const track = buildShippoTrack(tracked({ scans: [aScan({ time: { kind: "none" } }), arrived] }));
    for (const entry of [track.tracking_status, ...track.tracking_history]) {
      expect(entry?.object_created).toMatch(/Z$/);
      expect(entry?.object_updated).toMatch(/Z$/);
    }
  });

  it("promises a day, whatever hour stands beside it", () => {
    const estimatedDelivery = { on: day("2026-03-05"), from: null, until: "21:00" };
    expect(buildShippoTrack(tracked({ estimatedDelivery })).eta).toBe("2026-03-05T00:00:00Z");
  });

  it("gives our advice in its messages", () => {
    expect(buildShippoTrack(unheardOf, ["Ask DHL for an account."]).messages).toEqual(["Ask DHL for an account."]);
  });

  it("has the same object ids every time, and others for other scans", () => {
    const facts = tracked({ scans: [delivered, arrived] });
    const ids = () => buildShippoTrack(facts).tracking_history.map(({ object_id }) => object_id);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(2);
    for (const id of ids()) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe("Shippo's webhook", () => {
  it("says whether it is a test, outside and inside", () => {
    const body = buildShippoWebhook(someEventFacts(tracked({ mode: "test" })));
    expect(JSON.parse(body)).toMatchObject({ event: "track_updated", test: true, data: { test: true, carrier: "usps" } });
  });
});

describe.skipIf(!sharedFixtures.present)(`beside what Shippo answers, a Track (${sharedFixtures.label})`, () => {
  interface Recorded {
    response: { tracking_status: object } & object;
  }

  it("has every key of theirs", () => {
    const { response } = sharedFixtures.readJson("shippo", "docs", "mock-SHIPPO_TRANSIT.json") as Recorded;
    const track = buildShippoTrack(tracked({ scans: [arrived] }));
    expect(Object.keys(track)).toEqual(expect.arrayContaining(Object.keys(response)));
    expect(Object.keys(track.tracking_status ?? {})).toEqual(expect.arrayContaining(Object.keys(response.tracking_status)));
  });
});
