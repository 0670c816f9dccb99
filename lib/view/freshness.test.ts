import { describe, expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import { onDay, sampleScan, sampleView } from "./sample-input.ts";

describe("freshness", () => {
  it("says when the carrier last scanned it and when we asked", () => {
    const rest = { now: "2026-09-23T13:22:00Z" as Instant, checkedAt: "2026-09-23T13:10:00Z" as Instant };
    expect(sampleView({ rest }).freshness).toBe("USPS last scanned it 2 days ago. We asked 12 minutes ago.");
  });

  it("admits that a source has been silent for more than a day", () => {
    const silent = sampleView({ rest: { checkedAt: "2026-09-20T13:00:00Z" as Instant } });
    expect(silent).toMatchObject({
      isStale: true,
      freshness: "USPS last scanned it 12 minutes ago. Our last answer came 1 day ago, so there may be newer news.",
    });
    const final = sampleView({ tracker: { isFinal: true, status: "delivered" }, rest: { checkedAt: "2026-09-01T13:00:00Z" as Instant } });
    expect(final).toMatchObject({ isStale: false, freshness: "USPS last scanned it 12 minutes ago." });
  });

  it("gives the day where the carrier gave only that", () => {
    expect(sampleView({ tracker: { scans: [sampleScan({ status: "in_transit", time: onDay("2026-09-18") })] } }).freshness).toBe(
      "USPS last scanned it on 18 September. We asked 12 minutes ago.",
    );
  });
});
