import { describe, expect, it } from "vitest";
import type { DomainState } from "#lib/db/schema.ts";
import { DAY_MS, HOUR_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import { nextCheckAt, nextStep } from "./next-step.ts";

const now = "2026-03-01T12:00:00Z" as Instant;
const standing = (state: DomainState, changes: { ageDays?: number; lostDays?: number } = {}) => ({
  state,
  created_at: plusMs(now, -(changes.ageDays ?? 0) * DAY_MS),
  lost_since: changes.lostDays === undefined ? null : plusMs(now, -changes.lostDays * DAY_MS),
});

describe("a domain", () => {
  it.each([
    ["pending", "proven", "activate"],
    ["pending", "missing", "stay"],
    ["active", "proven", "stay"],
    ["active", "missing", "lose"],
    ["ended", "proven", "activate"],
    ["ended", "missing", "stay"],
  ] as const)("that is %s and found %s: %s", (state, verdict, step) => {
    expect(nextStep(standing(state), verdict, now)).toBe(step);
  });

  it.each(["pending", "active", "lost", "ended"] as const)("that is %s stays so while name servers cannot say", (state) => {
    expect(nextStep(standing(state, { lostDays: 100 }), "unknown", now)).toBe("stay");
  });

  it("that was lost comes back at any time of the grace, and ends after it", () => {
    expect(nextStep(standing("lost", { lostDays: 13.9 }), "missing", now)).toBe("stay");
    expect(nextStep(standing("lost", { lostDays: 14 }), "missing", now)).toBe("end");
    expect(nextStep(standing("lost", { lostDays: 20 }), "proven", now)).toBe("recover");
  });

  it.each([
    ["pending", { ageDays: 1 }, "missing", HOUR_MS],
    ["pending", { ageDays: 4 }, "missing", DAY_MS],
    ["pending", { ageDays: 31 }, "missing", null],
    ["active", { ageDays: 400 }, "proven", DAY_MS],
    ["active", { ageDays: 400 }, "unknown", HOUR_MS],
    ["lost", { ageDays: 400 }, "missing", 6 * HOUR_MS],
    ["ended", { ageDays: 400 }, "missing", null],
  ] as const)("that is %s %j and found %s is looked at again in time", (state, age, verdict, pause) => {
    expect(nextCheckAt(standing(state, age), verdict, now)).toBe(pause === null ? null : plusMs(now, pause));
  });
});
