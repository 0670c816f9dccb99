import { describe, expect, it } from "vitest";
import { addSample, durationText, measureRate, type Sample } from "./measure-rate.ts";

const samples = (...all: [atMs: number, done: number][]) =>
  all.reduce<Sample[]>((list, [atMs, done]) => addSample(list, { atMs, done }), []);

describe("how fast an import goes", () => {
  it("is said once there is something to go by", () => {
    expect(measureRate(samples([0, 0]), 100)).toBeNull();
    expect(measureRate(samples([0, 0], [1000, 50]), 100)).toBeNull();
    expect(measureRate(samples([0, 10], [2000, 10]), 100)).toBeNull();
    expect(measureRate(samples([0, 0], [2000, 50]), 100)).toEqual({ perSecond: 25, secondsLeft: 2 });
  });

  it("goes by the last ten seconds", () => {
    expect(measureRate(samples([0, 0], [20_000, 1000], [22_000, 1020]), 1100)).toEqual({ perSecond: 10, secondsLeft: 8 });
  });

  it("is told no more exactly than it is known", () => {
    expect([2, 7, 41, 89, 100, 600].map(durationText)).toEqual([
      "a few seconds",
      "about 10 seconds",
      "about 45 seconds",
      "about 90 seconds",
      "about 2 minutes",
      "about 10 minutes",
    ]);
  });
});
