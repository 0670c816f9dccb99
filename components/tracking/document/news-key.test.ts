import { describe, expect, it } from "vitest";
import { lookup, notYetKnown, outForDelivery } from "../sample-views.ts";
import { newsKey } from "./news-key.ts";

describe("what counts as news", () => {
  it("is not how long ago we asked", () => {
    expect(newsKey({ ...outForDelivery, freshness: "We asked an hour ago." })).toBe(newsKey(outForDelivery));
  });

  it.each([
    ["another status", { ...outForDelivery, status: "delivered" as const }],
    ["another answer", { ...outForDelivery, headline: "Arriving tomorrow" }],
    ["a scan more", { ...outForDelivery, journey: [...outForDelivery.journey, ...outForDelivery.journey] }],
    ["a carrier that knows the parcel at last", notYetKnown],
  ])("is %s", (_, view) => {
    expect(newsKey(view)).not.toBe(newsKey(outForDelivery));
  });

  it("tells notices apart by their reason", () => {
    expect(newsKey(lookup)).not.toBe(newsKey(notYetKnown));
  });
});
