import { describe, expect, it } from "vitest";
import { brandSchema } from "#lib/branding/brand.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { buildParcelGlance } from "./console-parcel.ts";
import { at, moving, NOW, promise, SARCOXIE, sampleInput, sampleScan } from "./sample-input.ts";

function glance(tracker: Partial<Tracker> = {}, brand = {}) {
  const input = sampleInput({ tracker });
  return buildParcelGlance({
    tracker: input.tracker,
    brand: brandSchema.parse({ version: 1, name: "Fern & Fable", colors: { brand: "#1f5c46" }, ...brand }),
    checkedAt: NOW,
    updatedAt: NOW,
    now: NOW,
  });
}

describe("a parcel at a glance", () => {
  it("says what the shopper reads, with hours and days as the console writes them", () => {
    expect(glance()).toMatchObject({ headline: "Arriving today by 17:00", lede: ["Out for Delivery in Sarcoxie, MO 64862."] });
  });

  it("says it in the shop's own words, and hides nothing that the shop hides from shoppers", () => {
    const own = { wording: { en: { in_transit: "Rolling to you" } }, hideCarrier: true, hideOrigin: true };
    expect(glance(moving(null), own)).toMatchObject({ headline: "Rolling to you", lede: ["USPS picked up item in Las Vegas, NV 89118."] });
  });

  it("does not say twice what the headline said", () => {
    expect(glance({ status: "cancelled", substatus: "cancelled", scans: [], estimatedDelivery: null })).toMatchObject({
      headline: "This shipment was cancelled",
      lede: [],
    });
  });

  it.each([
    ["today", promise("2026-09-21", { until: "17:00" }), { label: "Expected", text: "Today by 17:00", isLate: false }],
    ["tomorrow", promise("2026-09-22"), { label: "Expected", text: "Tomorrow", isLate: false }],
    ["on a day", promise("2026-09-25"), { label: "Expected", text: "Fri 25 Sept", isLate: false }],
    ["before today", promise("2026-09-20"), { label: "Was expected", text: "Yesterday", isLate: true }],
  ])("tells when it comes: %s", (_, estimatedDelivery, delivery) => {
    expect(glance({ ...moving(null), estimatedDelivery }).delivery).toEqual(delivery);
  });

  it("tells when it came, and no day that nobody knows", () => {
    const deliveredTime = at("2026-09-20T15:00:00Z", "2026-09-20T10:00:00");
    const scans = [sampleScan({ status: "delivered", time: deliveredTime, place: SARCOXIE })];
    const delivered = { status: "delivered", substatus: "delivered", isFinal: true, scans } as const;
    expect(glance({ ...delivered, deliveredTime }).delivery).toEqual({ label: "Delivered", text: "Yesterday", isLate: false });
    expect(glance({ ...delivered, deliveredTime: null }).delivery).toBeNull();
    expect(glance({ status: "return_to_sender", substatus: "return_to_sender" }).delivery).toBeNull();
    expect(glance(moving(null)).delivery).toBeNull();
  });

  it("tells when the carrier last changed its picture", () => {
    expect(glance({ newsAt: null }).lastNews).toBeNull();
    expect(glance({ newsAt: "2026-09-21T11:22:00Z" as Instant }).lastNews?.text).toBe("2 hours ago");
  });
});
