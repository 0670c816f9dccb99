import { describe, expect, it } from "vitest";
import { anIdentity, aScan, aSnapshot, inPlace, instant, timeWithOffset, wallClock, wholeDay } from "#lib/testing/snapshots.ts";
import { deriveTracker } from "./derive-tracker.ts";
import { EMPTY_FACTS, foldSnapshot } from "./fold-snapshot.ts";
import type { ProviderName, ScanReport } from "./snapshot.ts";

function told(...reports: [ProviderName, ...ScanReport[]][]) {
  const facts = reports
    .map(([provider, ...scans], index) => aSnapshot({ provider, asOf: instant(`2026-03-0${index + 1}T00:00:00Z`), scans }))
    .reduce(foldSnapshot, EMPTY_FACTS);
  const shown = deriveTracker(facts, anIdentity).scans.map(({ provider, message }) => `${provider}: ${message}`);
  return { shown, known: facts.scans.length };
}

const arrived = aScan({
  message: "Arrived at USPS Facility",
  substatus: "arrived_at_facility",
  place: inPlace({ city: "RENO", country: "US" }),
});
const sameElsewhere = aScan({ ...arrived, message: "Arrived", place: inPlace({ city: "Reno" }) });

describe("the same scan told by two vendors", () => {
  it("is shown once, in the words of the vendor with the latest news, and known twice", () => {
    expect(told(["shippo", sameElsewhere], ["easypost", arrived])).toEqual({ shown: ["easypost: Arrived at USPS Facility"], known: 2 });
    expect(told(["easypost", arrived], ["shippo", sameElsewhere])).toEqual({ shown: ["shippo: Arrived"], known: 2 });
  });

  it("is recognised by its local minute where one vendor does not know the zone", () => {
    const bare = aScan({ ...sameElsewhere, time: wallClock("2026-03-02T10:00:30") });
    expect(told(["shippo", bare], ["easypost", arrived]).shown).toHaveLength(1);
  });

  it("is recognised by its UTC minute where the vendors differ on the clock on the wall", () => {
    const elsewhere = aScan({ ...sameElsewhere, time: timeWithOffset("2026-03-02T15:00:00+00:00") });
    expect(told(["shippo", elsewhere], ["easypost", arrived]).shown).toHaveLength(1);
  });

  it("is recognised by its day where neither vendor knows more", () => {
    const days = [arrived, sameElsewhere].map((scan) => aScan({ ...scan, time: wholeDay("2026-03-02") }));
    expect(told(["shippo", ...days.slice(0, 1)], ["easypost", ...days.slice(1)]).shown).toHaveLength(1);
  });

  it("is two scans when the places, the minutes or the meanings differ", () => {
    for (const other of [
      { place: inPlace({ city: "Las Vegas" }) },
      { time: timeWithOffset("2026-03-02T10:01:00-05:00") },
      { time: timeWithOffset("2026-03-02T10:00:00-08:00") },
      { status: "delivered", substatus: "delivered" } as const,
    ]) {
      expect(told(["shippo", aScan({ ...sameElsewhere, ...other })], ["easypost", arrived]).shown).toHaveLength(2);
    }
  });

  it("does not swallow a second scan of the same minute", () => {
    const departed = aScan({ ...sameElsewhere, message: "Departed", substatus: "departed_facility" });
    expect(told(["shippo", sameElsewhere, departed], ["easypost", arrived]).shown).toEqual([
      "shippo: Departed",
      "easypost: Arrived at USPS Facility",
    ]);
  });
});

describe("a scan that one vendor tells again, better", () => {
  it("is shown once when its place or its offset came later", () => {
    const bare = aScan({ ...arrived, place: inPlace({}), time: wallClock("2026-03-02T10:00:00") });
    expect(told(["easypost", bare], ["easypost", arrived])).toEqual({ shown: ["easypost: Arrived at USPS Facility"], known: 2 });
  });

  it("stays two scans when the words differ", () => {
    expect(told(["easypost", arrived], ["easypost", aScan({ ...arrived, message: "Departed USPS Facility" })]).shown).toHaveLength(2);
  });

  it("is found among as many as are kept", () => {
    const scans = Array.from({ length: 999 }, (_, index) => aScan({ ...arrived, message: `Scan ${index}` }));
    expect(told(["easypost", ...scans], ["easypost", aScan({ ...arrived, message: null })])).toMatchObject({ known: 1000 });
  });
});
