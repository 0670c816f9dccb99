import { describe, expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import { anIdentity } from "#lib/testing/snapshots.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import { EMPTY_FACTS } from "#lib/tracking/fold-snapshot.ts";
import { sampleView } from "./sample-input.ts";

const registered = deriveTracker(EMPTY_FACTS, anIdentity);
const view = (checkedAt = "2026-09-21T13:10:00Z", lang = "en") =>
  sampleView({ tracker: registered, rest: { checkedAt: checkedAt as Instant }, viewer: { lang } });

describe("a parcel that was registered before anybody told of it", () => {
  it("is not in the carrier's system yet, which is nothing to worry about", () => {
    expect(view()).toMatchObject({
      headline: "Not in the carrier’s system yet",
      lede: "A label is often made hours before the first scan, so a new number can take a little while to show up. There is nothing you need to do. This page shows the parcel as soon as there is news.",
      tone: "muted",
      action: null,
      milestones: expect.arrayContaining([expect.objectContaining({ state: "upcoming" })]),
      journeyEmpty: expect.stringMatching(/^No scans have reached us yet/),
    });
    expect(view(undefined, "de").headline).toBe("Beim Versanddienst noch nicht erfasst");
  });

  it("was not asked for by anybody, and so is no older than its source", () => {
    expect(view("2026-09-01T13:10:00Z")).toMatchObject({ freshness: "UPS has sent us no scan yet.", isStale: false });
  });

  it("is looked at again by its page", () => {
    expect(view().refreshPath).toBe("/ups/1Z999AA10123456784.json");
  });
});
