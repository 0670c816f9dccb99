import { describe, expect, it } from "vitest";
import { delivered, notYetKnown, outForDelivery, preTransit } from "../sample-views.ts";
import { refreshPaceMs } from "./refresh-pace.ts";

const MINUTE_MS = 60_000;

describe("how often a page asks for news", () => {
  it("is every minute while the parcel is out for delivery, else every five", () => {
    expect(refreshPaceMs(outForDelivery, 0)).toBe(MINUTE_MS);
    expect(refreshPaceMs(preTransit, 0)).toBe(5 * MINUTE_MS);
    expect(refreshPaceMs(notYetKnown, 0)).toBe(5 * MINUTE_MS);
  });

  it("is never again once nothing more will come", () => {
    expect(refreshPaceMs(delivered, 0)).toBe(false);
  });

  it("slows down with every failure, to half an hour at most", () => {
    expect([1, 2, 3, 20].map((failures) => refreshPaceMs(outForDelivery, failures))).toEqual(
      [2, 4, 8, 30].map((minutes) => minutes * MINUTE_MS),
    );
  });
});
