import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anIdentity, aScan, aSnapshot, day, instant, timeWithOffset, wholeDay } from "#lib/testing/snapshots.ts";
import { deriveTracker } from "./derive-tracker.ts";
import { EMPTY_FACTS, foldSnapshot } from "./fold-snapshot.ts";
import { newsOf, standingTopics } from "./news-topic.ts";
import type { TrackerSnapshot } from "./snapshot.ts";
import type { Tracker } from "./tracker.ts";

const fold = (...snapshots: TrackerSnapshot[]): Tracker => deriveTracker(snapshots.reduce(foldSnapshot, EMPTY_FACTS), anIdentity);

const promise = (on: string) => ({ on: day(on), from: null, until: null });

/** What the carrier says at an hour of March, with the scan that says so. */
const at = (time: string, parts: Partial<TrackerSnapshot> = {}): TrackerSnapshot => {
  const { status = "in_transit", substatus = "in_transit" } = parts;
  return aSnapshot({
    asOf: instant(new Date(time).toISOString()),
    scans: [aScan({ status, substatus, time: timeWithOffset(time), message: `${substatus} ${time}` })],
    ...parts,
  });
};

const LABEL = at("2026-03-01T09:00:00-05:00", { status: "pre_transit", substatus: "label_created" });
const MOVING = at("2026-03-02T10:00:00-05:00", { estimatedDelivery: promise("2026-03-05") });
const OUT = at("2026-03-04T08:00:00-05:00", { status: "out_for_delivery", substatus: "out_for_delivery" });
const MISSED = at("2026-03-04T17:00:00-05:00", { substatus: "delivery_attempted" });
const OUT_AGAIN = at("2026-03-05T08:00:00-05:00", { status: "out_for_delivery", substatus: "out_for_delivery" });
const DELIVERED = at("2026-03-05T14:00:00-05:00", { status: "delivered", substatus: "delivered" });
const LATE = at("2026-03-03T10:00:00-05:00", { estimatedDelivery: promise("2026-03-07") });
const LESS_LATE = at("2026-03-04T10:00:00-05:00", { estimatedDelivery: promise("2026-03-06") });
const STORM = at("2026-03-03T12:00:00-05:00", { substatus: "weather_delay", estimatedDelivery: promise("2026-03-05") });

/** The keys of what each step is news of. */
function tell(...snapshots: TrackerSnapshot[]): string[][] {
  return snapshots.map((_, index) =>
    newsOf(fold(...snapshots.slice(0, index)), fold(...snapshots.slice(0, index + 1))).map(({ key }) => key),
  );
}

describe("news for a shopper", () => {
  it("is that a parcel moves, goes out, needs them, and arrives; a label is none", () => {
    expect(tell(LABEL, MOVING, OUT, MISSED, OUT_AGAIN, DELIVERED)).toEqual([
      [],
      ["shipped"],
      ["out_for_delivery 2026-03-04"],
      ["needs_you delivery_attempted 2026-03-04"],
      ["out_for_delivery 2026-03-05"],
      ["delivered"],
    ]);
  });

  it("is that it comes later than promised, and again if it is later still, but not that it comes sooner after all", () => {
    expect(tell(MOVING, LATE, LESS_LATE)).toEqual([["shipped"], ["delayed 2026-03-07"], []]);
    expect(tell(MOVING, LATE, at("2026-03-04T10:00:00-05:00", { estimatedDelivery: promise("2026-03-09") }))[2]).toEqual([
      "delayed 2026-03-09",
    ]);
  });

  it("is that something holds it up, once for the day it is promised for", () => {
    const again = at("2026-03-04T12:00:00-05:00", { substatus: "weather_delay", estimatedDelivery: promise("2026-03-05") });
    expect(tell(MOVING, STORM, again)).toEqual([["shipped"], ["delayed 2026-03-05"], []]);
  });

  it("is that it can be picked up, whatever word the carrier has for it", () => {
    const ready = at("2026-03-05T09:00:00-05:00", { status: "available_for_pickup", substatus: "arrived_at_pickup_location" });
    expect(tell(MOVING, ready)[1]).toEqual(["needs_you arrived_at_pickup_location 2026-03-05"]);
  });

  it("is nothing where the merchant must act, or nobody", () => {
    expect(tell(MOVING, at("2026-03-04T09:00:00-05:00", { status: "failure", substatus: "prohibited" }))[1]).toEqual([]);
  });

  it("is not what lies behind what is known already", () => {
    expect(newsOf(fold(MOVING, DELIVERED), fold(MOVING, DELIVERED, OUT))).toEqual([]);
    expect(newsOf(fold(DELIVERED), fold(DELIVERED))).toEqual([]);
  });

  it("says when it happened, and of a day that it may have been its last hour", () => {
    const timed = newsOf(null, fold(DELIVERED)).find(({ topic }) => topic === "delivered");
    expect(timed?.at).toBe("2026-03-05T19:00:00Z");
    const scans = [aScan({ status: "delivered", substatus: "delivered", time: wholeDay("2026-03-05") })];
    const dated = newsOf(null, fold({ ...DELIVERED, scans })).find(({ topic }) => topic === "delivered");
    expect(dated?.at).toBe("2026-03-06T12:00:00Z");
  });

  it("is true as long as nothing else is", () => {
    expect(standingTopics(fold(MOVING, OUT))).toEqual(["shipped", "out_for_delivery"]);
    expect(standingTopics(fold(MOVING, OUT, DELIVERED))).toEqual(["delivered"]);
  });

  it("names each change alike in whatever order, and however often, it is reported", () => {
    const story = [LABEL, MOVING, OUT, MISSED, OUT_AGAIN, DELIVERED, LATE, LESS_LATE, STORM];
    const standing = newsOf(null, fold(...story)).map(({ key }) => key);
    const shuffled = fc.array(fc.constantFrom(...story), { maxLength: 20 });
    fc.assert(
      fc.property(shuffled, (order) => {
        const whole = [...order, ...story];
        for (const keys of tell(...whole)) expect(new Set(keys).size).toBe(keys.length);
        expect(newsOf(null, fold(...whole)).map(({ key }) => key)).toEqual(standing);
        expect(newsOf(fold(...whole), fold(...whole, ...order))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
