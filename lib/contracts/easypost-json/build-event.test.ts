import { describe, expect, it } from "vitest";
import { sharedFixtures } from "#lib/testing/shared-fixtures.ts";
import { day } from "#lib/testing/snapshots.ts";
import { someEventFacts, someTrackerFacts } from "#lib/testing/tracker-facts.ts";
import type { EventFacts } from "../tracker-facts.ts";
import { buildEasyPostEvent, buildEvent, buildEventSummary } from "./build-event.ts";

const tracker = someTrackerFacts({ status: "out_for_delivery", substatus: "out_for_delivery", weightOz: 16 });
const previousOf = (previous: EventFacts["previous"], now = tracker) => buildEvent(someEventFacts(now, { previous })).previous_attributes;

const deliveries = [
  { id: "dlv_1", url: "https://shop.example/one", isCompleted: true },
  { id: "dlv_2", url: "https://shop.example/two", isCompleted: false },
];

describe("an event in EasyPost's words", () => {
  it("is the Event with its Tracker, whole weights as 16.0", () => {
    const body = buildEasyPostEvent(someEventFacts(tracker, { previous: { status: "in_transit", weightOz: 12 }, deliveries }));
    expect(body).toContain('"previous_attributes":{"status":"in_transit","weight":12.0}');
    expect(body).toContain('"weight":16.0,');
    expect(JSON.parse(body)).toMatchObject({
      description: "tracker.updated",
      mode: "production",
      created_at: "2026-03-02T15:30:01.000Z",
      updated_at: "2026-03-02T15:30:01.000Z",
      pending_urls: ["https://shop.example/two"],
      completed_urls: ["https://shop.example/one"],
      user_id: "user_0123456789abcdefghjkmnpqrstvwxyz",
      status: "pending",
      object: "Event",
      result: { object: "Tracker", id: tracker.id, status: "out_for_delivery" },
    });
  });

  it("is completed when everybody has been told", () => {
    expect(buildEvent(someEventFacts(tracker)).status).toBe("completed");
    expect(buildEvent(someEventFacts(tracker, { deliveries: deliveries.slice(0, 1) })).status).toBe("completed");
  });

  it("says what was before in EasyPost's keys", () => {
    expect(
      previousOf({
        status: "pre_transit",
        substatus: "label_created",
        estimatedDelivery: { on: day("2026-03-01"), from: null, until: null },
        signedBy: null,
        serviceLevel: null,
        scanCount: 2,
      }),
    ).toEqual({
      status: "pre_transit",
      status_detail: "label_created",
      est_delivery_date: "2026-03-01T00:00:00Z",
      signed_by: null,
      carrier_detail: { service: null },
    });
  });

  it("tells no change where the words stay the same, nor of scans, for which EasyPost has no key", () => {
    const now = someTrackerFacts({ status: "delivered", substatus: "delivered_to_neighbour" });
    expect(previousOf({ substatus: "delivered", scanCount: 3 }, now)).toEqual({});
    expect(previousOf({})).toEqual({});
  });
});

describe.skipIf(!sharedFixtures.present)(`an event beside EasyPost's own: ${sharedFixtures.label}`, () => {
  const keysOf =
    (...path: string[]) =>
    (pick: (json: Json) => object) =>
      Object.keys(pick(sharedFixtures.readJson("easypost", ...path)));
  const event = someEventFacts(tracker);

  it("has the same keys in the same order: delivered, by id and in a list", () => {
    const delivered = keysOf("webhook-hmac-vector", "event-body.json")((json) => json);
    const byId = keysOf("recorded", "event-get.json")((json) => json.response.body);
    const inList = keysOf("recorded", "events-list.json")((json) => json.response.body.events[0]);
    expect(Object.keys(JSON.parse(buildEasyPostEvent(event)))).toEqual(delivered);
    expect(Object.keys(buildEvent(event))).toEqual(byId);
    expect(Object.keys(buildEventSummary(event))).toEqual(inList);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: a recorded body is compared, not trusted
type Json = any;
