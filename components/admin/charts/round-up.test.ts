import { expect, it } from "vitest";
import { roundUp } from "./round-up.ts";

it.each([
  [0, 2],
  [1, 2],
  [2, 2],
  [3, 4],
  [5, 10],
  [11, 20],
  [21, 40],
  [50, 50],
  [99, 100],
  [4001, 5000],
  [266_000, 400_000],
])("an axis for %d ends at %d", (value, end) => {
  expect(roundUp(value)).toBe(end);
});
