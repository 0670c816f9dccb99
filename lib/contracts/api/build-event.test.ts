import { describe, expect, it } from "vitest";
import { aScan, day, inPlace, noTime, timeWithOffset, wholeDay } from "#lib/testing/snapshots.ts";
import { someEventFacts, someTrackerFacts } from "#lib/testing/tracker-facts.ts";
import type { EventTime } from "#lib/tracking/event-time.ts";
import { buildEventJson, buildStandardEvent } from "./build-event.ts";
import { buildTrackerJson } from "./build-tracker.ts";
import { eventSchema, standardWebhookSchema } from "./event.ts";
import { trackerSchema } from "./tracker.ts";

describe("a tracker in our own API", () => {
  it("tells the merchant everything, personal fields included", () => {
    const facts = someTrackerFacts({
      status: "delivered",
      substatus: "delivered",
      signedBy: "J. Tester",
      estimatedDelivery: { on: day("2026-03-02"), from: null, until: "17:30" },
      destination: inPlace({ city: "Chicago", postalCode: "60611" }),
      scans: [
        aScan({
          status: "delivered",
          substatus: "delivered",
          time: timeWithOffset("2026-03-02T10:00:00-05:00"),
          signer: "J. Tester",
          proofOfDeliveryUrl: "https://carrier.example/proof.png",
          place: inPlace({ facility: "Depot 4" }),
        }),
      ],
    });
    const json = trackerSchema.parse(buildTrackerJson(facts));
    expect(json).toMatchObject({
      id: facts.id,
      status: "delivered",
      signed_by: "J. Tester",
      estimated_delivery: { on: "2026-03-02", from: null, until: "17:30" },
      delivered_at: "2026-03-02T15:00:00Z",
      delivered_on: "2026-03-02",
      destination: { city: "Chicago", postal_code: "60611" },
      public_url: facts.publicUrl,
      scans: [
        {
          signer: "J. Tester",
          proof_of_delivery_url: "https://carrier.example/proof.png",
          place: { facility: "Depot 4" },
          source: "easypost",
        },
      ],
    });
  });

  it("is no surer of times and places than the carrier was", () => {
    const delivered = { status: "delivered", substatus: "delivered" } as const;
    const read = (time: EventTime) =>
      buildTrackerJson(someTrackerFacts({ ...delivered, scans: [aScan({ ...delivered, time, place: inPlace({}) })] }));
    expect(read(wholeDay("2026-03-02"))).toMatchObject({
      delivered_at: null,
      delivered_on: "2026-03-02",
      scans: [{ time: { kind: "day", local: "2026-03-02", utc: null }, place: null }],
    });
    expect(read(noTime)).toMatchObject({ delivered_at: null, delivered_on: null, scans: [{ time: null }] });
  });
});

describe("an event in our own words", () => {
  const tracker = someTrackerFacts({ status: "out_for_delivery", substatus: "out_for_delivery" });

  it("is a Standard Webhook of what is and what was", () => {
    const body = standardWebhookSchema.parse(
      JSON.parse(
        buildStandardEvent(someEventFacts(tracker, { previous: { status: "in_transit", signedBy: null, estimatedDelivery: null } })),
      ),
    );
    expect(body).toEqual({
      type: "tracker.updated",
      timestamp: someEventFacts(tracker).createdAt,
      data: { tracker: buildTrackerJson(tracker), previous: { status: "in_transit", signed_by: null, estimated_delivery: null } },
    });
  });

  it("names only what changed", () => {
    const previousOf = (event: ReturnType<typeof someEventFacts>) => Object.keys(buildEventJson(event).previous);
    expect(previousOf(someEventFacts(tracker, { type: "tracker.created", previous: {} }))).toEqual([]);
    expect(previousOf(someEventFacts(tracker, { previous: { scanCount: 0 } }))).toEqual(["scan_count"]);
  });

  it("says which endpoints were told", () => {
    const deliveries = [{ id: "dlv_1", url: "https://shop.example/hook", isCompleted: true }];
    expect(eventSchema.parse(buildEventJson(someEventFacts(tracker, { deliveries }))).deliveries).toEqual([
      { id: "dlv_1", url: "https://shop.example/hook", is_completed: true },
    ]);
  });
});
