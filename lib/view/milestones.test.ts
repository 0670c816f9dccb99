import { describe, expect, it } from "vitest";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { PICKED_UP, sampleScan, sampleView } from "./sample-input.ts";

describe("the milestones", () => {
  const steps = (tracker: Partial<Tracker>) => sampleView({ tracker }).milestones.map(({ label, state }) => `${label}: ${state}`);

  it("lead to the door", () => {
    expect(steps({})).toEqual(["Label made: done", "On its way: done", "Out for delivery: current", "Delivered: upcoming"]);
    expect(steps({ status: "delivered", substatus: "delivered" }).at(-1)).toBe("Delivered: done");
  });

  it("lead to the counter when it is to be collected", () => {
    const counter = sampleScan({ status: "available_for_pickup" });
    expect(steps({ status: "available_for_pickup", scans: [counter, PICKED_UP] }).slice(2)).toEqual([
      "Ready to collect: current",
      "Collected: upcoming",
    ]);
    expect(steps({ status: "delivered", substatus: "delivered", scans: [sampleScan({ status: "delivered" }), counter] }).slice(2)).toEqual([
      "Ready to collect: done",
      "Collected: done",
    ]);
  });

  it("turn back with a return, and are whole when it is back", () => {
    expect(steps({ status: "return_to_sender", substatus: "refused" }).slice(2)).toEqual([
      "Turned back: problem",
      "Back at the shop: upcoming",
    ]);
    expect(steps({ status: "return_to_sender", substatus: "returned" }).at(-1)).toBe("Back at the shop: done");
  });

  it("stop at a failure and at a cancellation", () => {
    expect(steps({ status: "failure", substatus: "lost" }).at(-1)).toBe("Not delivered: problem");
    expect(steps({ status: "cancelled", substatus: "cancelled" })).toEqual(["Label made: done", "Cancelled: problem"]);
  });

  it("claim nothing while nothing is known, beyond what was scanned", () => {
    expect(steps({ status: "unknown", substatus: "unknown", scans: [] }).every((step) => step.endsWith(": upcoming"))).toBe(true);
    expect(steps({ status: "unknown", substatus: "unknown", scans: [PICKED_UP] })[1]).toBe("On its way: current");
  });

  it("carry their times: the hour today, the day before", () => {
    expect(sampleView().milestones.map(({ time }) => time?.text ?? null)).toEqual([null, "Wed 16 Sept", "08:10", null]);
  });
});
