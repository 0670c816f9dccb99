import { describe, expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import { NOWHERE } from "#lib/tracking/place.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { at, moving, onDay, PICKED_UP, SARCOXIE, sampleScan, sampleView } from "./sample-input.ts";

const headline = (tracker: Partial<Tracker>, viewer = { lang: "en", locale: "en-US" }) => sampleView({ tracker, viewer }).headline;

describe("the headline of a parcel that is coming", () => {
  it.each([
    ["today by an hour", moving("2026-09-21", { until: "17:00" }), "Arriving today by 5 pm"],
    ["today between two hours", moving("2026-09-21", { from: "13:00", until: "15:30" }), "Arriving today between 1 pm and 3:30 pm"],
    ["today after an hour", moving("2026-09-21", { from: "13:00" }), "Arriving today after 1 pm"],
    ["tomorrow", moving("2026-09-22"), "Arriving tomorrow"],
    ["on a later day", moving("2026-09-24"), "Arriving Thursday, September 24"],
    ["next year", moving("2027-01-04"), "Arriving Monday, January 4, 2027"],
    ["without a promise", moving(null), "On its way"],
    ["yesterday, and did not", moving("2026-09-20"), "Expected yesterday, running late"],
    ["days ago, and did not", moving("2026-09-18"), "Expected Friday, September 18, running late"],
    ["earlier today, and did not", moving("2026-09-21", { until: "06:00" }), "Expected today by 6 am, running late"],
  ])("says it when it comes %s", (_, tracker, text) => {
    expect(headline(tracker)).toBe(text);
  });

  it("judges today where the parcel is, not where the server stands", () => {
    const tokyo = sampleScan({ status: "in_transit", time: at("2026-09-21T10:00:00Z", "2026-09-21T19:00:00", "Asia/Tokyo") });
    const late = { ...moving("2026-09-22"), scans: [tokyo] };
    const facts = { viewer: { lang: "en", locale: "en-US" }, rest: { now: "2026-09-21T15:30:00Z" as Instant } };
    expect(sampleView({ ...facts, tracker: late }).headline).toBe("Arriving today");
    expect(sampleView({ ...facts, tracker: { ...late, scans: [PICKED_UP] } }).headline).toBe("Arriving tomorrow");
  });

  it("is out for delivery today when nothing was promised", () => {
    expect(headline({ estimatedDelivery: null })).toBe("Out for delivery today");
  });

  it("does not promise today once the carrier has rung the bell in vain", () => {
    expect(headline({ ...moving("2026-09-21"), substatus: "delivery_attempted" })).toBe("Delivery was attempted");
    expect(headline({ ...moving("2026-09-22"), substatus: "delivery_attempted" })).toBe("Arriving tomorrow");
  });

  it("names what stops it, unless a day is still promised", () => {
    expect(headline({ ...moving(null), substatus: "address_issue" })).toBe("There is a problem with the address");
    expect(headline({ ...moving(null), substatus: "damaged" })).toBe("Damaged on the way");
    expect(headline({ ...moving("2026-09-22"), substatus: "address_issue" })).toBe("Arriving tomorrow");
  });

  it("waits at customs while duty is unpaid", () => {
    expect(headline({ ...moving(null), substatus: "duty_unpaid" })).toBe("Waiting at customs");
  });
});

describe("the headline of a parcel that arrived", () => {
  const delivered = (deliveredTime: Tracker["deliveredTime"], substatus: Substatus = "delivered") =>
    headline({ status: "delivered", substatus, deliveredTime, isFinal: true });

  it.each([
    ["today", at("2026-09-21T12:03:00Z", "2026-09-21T07:03:00"), "Delivered today at 7:03 am"],
    ["yesterday", at("2026-09-20T19:03:00Z", "2026-09-20T14:03:00"), "Delivered yesterday at 2:03 pm"],
    ["this week", at("2026-09-17T19:03:00Z", "2026-09-17T14:03:00"), "Delivered Thursday 2:03 pm"],
    ["long ago", at("2026-09-01T19:03:00Z", "2026-09-01T14:03:00"), "Delivered on September 1"],
    ["on a day without an hour", onDay("2026-09-17"), "Delivered Thursday"],
    ["at a time nobody told", { kind: "none" } as const, "Delivered"],
  ])("says so when it came %s", (_, time, text) => {
    expect(delivered(time)).toBe(text);
  });

  it("says where it was left", () => {
    const time = at("2026-09-17T19:03:00Z", "2026-09-17T14:03:00");
    expect(delivered(time, "delivered_to_safe_place")).toBe("Delivered Thursday 2:03 pm, in a safe place");
    expect(delivered(time, "delivered_to_neighbour")).toBe("Delivered Thursday 2:03 pm, to a neighbour");
    expect(delivered(time, "collected")).toBe("Collected Thursday 2:03 pm");
  });

  it("leaves the carrier's own sentence to the line below", () => {
    const scan = sampleScan({ status: "delivered", message: "DELIVERED, IN/AT MAILBOX", place: SARCOXIE });
    expect(sampleView({ tracker: { status: "delivered", substatus: "delivered", scans: [scan] } }).lede).toBe(
      "Delivered, in/at mailbox in Sarcoxie, MO.",
    );
  });
});

describe("the headline of a parcel that waits, turned round or failed", () => {
  const waiting = (facility: string | null, city: string | null) => ({
    status: "available_for_pickup" as const,
    scans: [sampleScan({ status: "available_for_pickup", place: { ...NOWHERE, facility, city } })],
  });

  it.each<[string, Partial<Tracker>]>([
    ["Waiting for you at Sarcoxie Post Office", { ...waiting("SARCOXIE POST OFFICE", null), substatus: "pickup_available" }],
    ["Waiting for you at the post office", { ...waiting(null, "SARCOXIE"), substatus: "pickup_at_post_office" }],
    ["Ready to collect in Sarcoxie", { ...waiting(null, "SARCOXIE"), substatus: "pickup_available" }],
    ["Ready to collect", { ...waiting(null, null), substatus: "pickup_available" }],
    ["On its way back to the shop", { status: "return_to_sender", substatus: "refused" }],
    ["Back at the shop", { status: "return_to_sender", substatus: "returned" }],
    ["Your parcel could not be delivered", { status: "failure", substatus: "failure" }],
    ["Your parcel seems to be lost", { status: "failure", substatus: "lost" }],
    ["This shipment was cancelled", { status: "cancelled", substatus: "cancelled" }],
    ["Label made, waiting for the carrier", { status: "pre_transit", substatus: "label_created" }],
    ["We do not know yet where your parcel is", { status: "unknown", substatus: "unknown" }],
    ["We do not know yet where your parcel is", { status: "unknown", substatus: "tracking_expired", scans: [], estimatedDelivery: null }],
    ["Not in the carrier’s system yet", { status: "unknown", substatus: "unknown", scans: [], estimatedDelivery: null }],
    ["Tracking is not working right now", { status: "error", substatus: "error" }],
  ])("is: %s", (text, tracker) => {
    expect(headline(tracker)).toBe(text);
  });
});

describe("a merchant's own wording", () => {
  const brand = { wording: { en: { delivered: "It is yours now!" } } };

  it("wins in its language and status, and nowhere else", () => {
    const tracker = { status: "delivered", substatus: "delivered" } as const;
    expect(sampleView({ brand, tracker }).headline).toBe("It is yours now!");
    expect(sampleView({ brand, tracker, viewer: { lang: "de", locale: "de-DE" } }).headline).toBe("Zugestellt");
    expect(sampleView({ brand }).headline).toBe("Arriving today by 17:00");
  });
});
