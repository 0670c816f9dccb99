import { describe, expect, it } from "vitest";
import { sixDigits, tidyHex } from "./hex-text.ts";

describe("typing a colour", () => {
  it.each([
    ["1F5C46", "#1f5c46"],
    [" #1F5C46 ", "#1f5c46"],
    ["#abc", "#abc"],
    ["abc", "abc"],
    ["#1f5", "#1f5"],
    ["green", "green"],
    ["", ""],
  ])("takes %j as %j", (typed, kept) => {
    expect(tidyHex(typed)).toBe(kept);
  });

  it.each([
    ["#AbC", "#aabbcc"],
    ["#1f5c46", "#1f5c46"],
    ["#1f5c4", null],
    ["", null],
  ])("shows %j in the picker as %j", (kept, shown) => {
    expect(sixDigits(kept)).toBe(shown);
  });
});
