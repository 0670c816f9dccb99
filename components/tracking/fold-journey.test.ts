import { describe, expect, it } from "vitest";
import { foldJourney } from "./fold-journey.ts";
import { sampleScan } from "./sample-views.ts";

const day = (heading: string, ...keys: string[]) => ({
  heading,
  dateTime: null,
  scans: keys.map((key) => sampleScan({ key, title: key })),
});
const keys = (days: ReturnType<typeof foldJourney>["shown"]) =>
  days.map(({ heading, scans }) => [heading, ...scans.map(({ key }) => key)].join(" "));

describe("folding a journey", () => {
  const days = [day("Mon", "a", "b"), day("Sun", "c", "d", "e")];

  it("shows a short journey whole", () => {
    expect(foldJourney(days, 5)).toEqual({ shown: days, earlier: [] });
  });

  it("cuts a day in two and repeats its heading", () => {
    const { shown, earlier } = foldJourney(days, 3);
    expect(keys(shown)).toEqual(["Mon a b", "Sun c"]);
    expect(keys(earlier)).toEqual(["Sun d e"]);
  });

  it("leaves no empty day behind when the cut falls between days", () => {
    const { shown, earlier } = foldJourney(days, 2);
    expect(keys(shown)).toEqual(["Mon a b"]);
    expect(keys(earlier)).toEqual(["Sun c d e"]);
  });
});
