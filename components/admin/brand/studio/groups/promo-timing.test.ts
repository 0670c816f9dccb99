import { describe, expect, it } from "vitest";
import { whyNotShown } from "./promo-timing.ts";

describe("a promotion's days", () => {
  it.each([
    ["", "", null],
    ["2026-11-22", "2026-11-22", null],
    ["2026-11-01", "", null],
    ["2026-12-01", "2026-12-24", "Not on the page yet: it begins on 1 Dec 2026."],
    ["", "2026-11-21", "Not on the page any more: it ended on 21 Nov 2026."],
    ["2026-99-99", "", null],
  ])("from %j until %j say %j on 22 November", (fromOn, untilOn, said) => {
    expect(whyNotShown(fromOn, untilOn, "2026-11-22")).toBe(said);
  });
});
