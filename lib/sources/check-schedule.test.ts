import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochMsOf, formatInstant, type Instant } from "#lib/shared/clock.ts";
import type { SourceId } from "#lib/shared/ids.ts";
import { instant } from "#lib/testing/snapshots.ts";
import { STATUSES, type Status } from "#lib/tracking/status.ts";
import { type CheckFacts, nextCheckAfterFailure, nextCheckAt } from "./check-schedule.ts";

const NOW = instant("2026-03-01T12:00:00Z");
/** Between the extremes: no jitter at all. */
const still = () => new Uint8Array([127, 255]);
const anyRandom = fc.uint8Array({ minLength: 2, maxLength: 2 }).map((bytes) => () => bytes);

const ago = (hours: number): Instant => formatInstant(epochMsOf(NOW) - hours * 3_600_000);

function facts(changes: Partial<CheckFacts>, silentHours = 1): CheckFacts {
  return {
    status: "in_transit",
    is_final: 0,
    is_watched: 1,
    deleted_at: null,
    source_id: "src_1" as SourceId,
    created_at: ago(silentHours + 24),
    updated_at: ago(silentHours),
    ...changes,
  };
}

const minutesUntil = (at: Instant | null) => (at === null ? null : Math.round((epochMsOf(at) - epochMsOf(NOW)) / 60_000));
const waits = (status: Status, silentHours: number) => minutesUntil(nextCheckAt(facts({ status }, silentHours), NOW, still)) ?? Infinity;

describe("a tracker's source", () => {
  it("is asked soon where the parcel is about to arrive", () => {
    expect(waits("out_for_delivery", 1)).toBe(30);
    expect(waits("available_for_pickup", 1)).toBe(120);
  });

  it("is asked every few hours on the way, more rarely where the parcel was just announced", () => {
    expect(waits("in_transit", 1)).toBe(180);
    expect(waits("pre_transit", 1)).toBe(240);
    expect(waits("pre_transit", 48)).toBe(480);
  });

  it("is asked once a day after a week without a change, and no more after half a year", () => {
    expect(waits("in_transit", 8 * 24)).toBe(24 * 60);
    expect(waits("in_transit", 181 * 24)).toBe(Infinity);
  });

  it("is asked for two more days after the end, for the proof of delivery, and then never", () => {
    const delivered = { status: "delivered", is_final: 1 } as const;
    expect(minutesUntil(nextCheckAt(facts(delivered, 1), NOW, still))).toBe(480);
    expect(minutesUntil(nextCheckAt(facts(delivered, 47), NOW, still))).toBe(480);
    expect(nextCheckAt(facts(delivered, 48), NOW, still)).toBeNull();
  });

  it.each<[string, Partial<CheckFacts>]>([
    ["deleted", { deleted_at: NOW }],
    ["no longer watched", { is_watched: 0 }],
    ["without a source", { source_id: null }],
  ])("is never asked for a tracker that is %s", (_, changes) => {
    for (const status of STATUSES) expect(nextCheckAt(facts({ ...changes, status }), NOW, still)).toBeNull();
  });

  it("is asked the more rarely the longer nothing has changed, whatever the status", () => {
    const hours = fc.double({ min: 0, max: 24 * 200, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), hours, hours, (status, one, other) => {
        expect(waits(status, Math.min(one, other))).toBeLessThanOrEqual(waits(status, Math.max(one, other)));
      }),
    );
  });

  it("is asked within 15 % of its time, never in the past", () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), fc.integer({ min: 0, max: 24 * 100 }), anyRandom, (status, hours, random) => {
        const planned = waits(status, hours);
        const given = minutesUntil(nextCheckAt(facts({ status }, hours), NOW, random)) ?? 0;
        expect(Math.abs(given - planned)).toBeLessThanOrEqual(planned * 0.15 + 1);
      }),
    );
  });
});

describe("after asking failed", () => {
  it("the next time comes later and later, up to six hours", () => {
    const minutes = [1, 2, 3, 4, 8, 50, 1000].map((failures) => minutesUntil(nextCheckAfterFailure(failures, NOW, still)));
    expect(minutes).toEqual([5, 10, 20, 40, 360, 360, 360]);
  });
});
