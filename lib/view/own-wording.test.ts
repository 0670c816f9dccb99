import { describe, expect, it } from "vitest";
import type { BrandInput } from "#lib/branding/brand.ts";
import { NOWHERE } from "#lib/tracking/place.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { at, moving, SARCOXIE, sampleScan, sampleView } from "./sample-input.ts";

const saying = (wording: BrandInput["wording"], more: Partial<BrandInput> = {}) => ({ wording, ...more });
const english = { lang: "en", locale: "en-US" };

function headline(sentence: string, tracker: Partial<Tracker>, more: Partial<BrandInput> = {}): string {
  return sampleView({ brand: saying({ en: { [tracker.status ?? "in_transit"]: sentence } }, more), tracker, viewer: english }).headline;
}

const arrived = (utc: string, local: string): Partial<Tracker> => ({
  status: "delivered",
  substatus: "delivered",
  deliveredTime: at(utc, local),
});

describe("a shop's own sentence is filled in", () => {
  it("with its name and the carrier's", () => {
    expect(headline("{carrier} brings it for {shop}", moving(null))).toBe("USPS brings it for Fern & Fable");
  });

  it.each([
    ["today", moving("2026-09-21"), "Here today"],
    ["tomorrow", moving("2026-09-22"), "Here tomorrow"],
    ["on a later day", moving("2026-09-24"), "Here Thursday, September 24"],
  ])("with the day it comes: %s", (_, tracker, text) => {
    expect(headline("Here {day}", tracker)).toBe(text);
  });

  it("with the hour it comes by", () => {
    expect(headline("Here {day} by {time}", moving("2026-09-21", { from: "13:00", until: "17:00" }))).toBe("Here today by 5 pm");
  });

  it.each([
    ["today", arrived("2026-09-21T12:03:00Z", "2026-09-21T07:03:00"), "Yours since today, 7:03 am"],
    ["this week", arrived("2026-09-17T19:03:00Z", "2026-09-17T14:03:00"), "Yours since Thursday, 2:03 pm"],
    ["long ago", arrived("2026-09-01T19:03:00Z", "2026-09-01T14:03:00"), "Yours since September 1, 2:03 pm"],
  ])("with the day and hour it came: %s", (_, tracker, text) => {
    expect(headline("Yours since {day}, {time}", tracker)).toBe(text);
  });

  it("with where it was last seen, or waits", () => {
    expect(headline("Now in {place}", { ...moving(null), scans: [sampleScan({ status: "in_transit", place: SARCOXIE })] })).toBe(
      "Now in Sarcoxie, MO",
    );
    const waiting = sampleScan({ status: "available_for_pickup", place: { ...NOWHERE, facility: "SARCOXIE POST OFFICE" } });
    expect(headline("Pick it up: {place}", { status: "available_for_pickup", substatus: "pickup_available", scans: [waiting] })).toBe(
      "Pick it up: Sarcoxie Post Office",
    );
  });

  it("in the shopper's own words for days and hours", () => {
    const brand = saying({ de: { in_transit: "Kommt {day} bis {time} Uhr" } });
    const viewer = { lang: "de", locale: "de-DE" };
    expect(sampleView({ brand, tracker: moving("2026-09-22", { until: "17:00" }), viewer }).headline).toBe("Kommt morgen bis 17:00 Uhr");
  });

  it("keeps foreign names in order inside a sentence that runs from right to left", () => {
    const brand = saying({ ar: { in_transit: "طردك من {shop}" } });
    const viewer = { lang: "ar", locale: "ar" };
    expect(sampleView({ brand, tracker: moving(null), viewer }).headline).toBe("طردك من \u2068Fern & Fable\u2069");
  });
});

describe("our own sentence stands in for a shop's", () => {
  it.each<[string, Partial<Tracker>, string]>([
    ["nothing was promised", moving(null), "On its way"],
    ["the promise has passed", moving("2026-09-20"), "Expected yesterday, running late"],
    ["the promised hour has passed", moving("2026-09-21", { until: "06:00" }), "Expected today by 6 am, running late"],
    ["something stopped it", { ...moving("2026-09-21"), substatus: "delivery_attempted" }, "Delivery was attempted"],
  ])("where it would promise a day and %s", (_, tracker, text) => {
    expect(headline("Here {day}", tracker)).toBe(text);
  });

  it("where it would promise an hour that nobody told", () => {
    expect(headline("Here by {time}", moving("2026-09-21"))).toBe("Arriving today");
    expect(headline("Here by {time}", moving("2026-09-21", { from: "13:00" }))).toBe("Arriving today after 1 pm");
  });

  it("where nobody told when or where it came", () => {
    expect(headline("Came {day}", { status: "delivered", substatus: "delivered", deliveredTime: null })).toBe("Delivered");
  });
});

describe("a shop's own sentence tells nothing that the viewer may not know", () => {
  it("not the carrier, where it is hidden", () => {
    expect(headline("With {carrier}", moving(null), { hideCarrier: true })).toBe("On its way");
  });

  it("not the place a parcel came from, where that is hidden", () => {
    const tracker = { ...moving(null), scans: [sampleScan({ status: "in_transit", substatus: "picked_up", place: SARCOXIE })] };
    expect(headline("Now in {place}", tracker, { hideOrigin: true })).toBe("On its way");
  });

  it("not a street or postcode", () => {
    const place = { ...SARCOXIE, facility: "ANNA SCHMIDT, 12 ELM STREET" };
    const tracker = { ...moving(null), scans: [sampleScan({ status: "in_transit", place })] };
    const brand = saying({ en: { in_transit: "Now in {place}" } });
    expect(sampleView({ brand, tracker, viewer: { ...english, tier: "public" } }).headline).toBe("Now in Sarcoxie, MO");
    expect(sampleView({ brand, tracker, viewer: { ...english, tier: "private", key: "k" } }).headline).toBe("Now in Sarcoxie, MO");
  });

  it("not the name of a facility that may be somebody's home, on the public page", () => {
    const scan = sampleScan({ status: "available_for_pickup", place: { ...SARCOXIE, facility: "Anna Schmidt 12 Elm Street" } });
    const tracker: Partial<Tracker> = { status: "available_for_pickup", substatus: "pickup_available", scans: [scan] };
    expect(headline("At {place}", tracker)).not.toMatch(/anna|elm/i);
  });
});
