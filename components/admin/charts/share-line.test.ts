import { expect, it } from "vitest";
import { drawLine } from "./share-line.tsx";

it("a line goes from day to day, and leaves out days of which nothing is known", () => {
  expect(drawLine([1, 0.5, null, 0, null])).toBe("M0 0h0L20 30M60 60h0");
  expect(drawLine([null, null])).toBe("");
});
