import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { providers } from "#lib/providers/registry.ts";
import { aScan, day, inPlace, instant, noTime, timeWithOffset, wallClock, wholeDay } from "#lib/testing/snapshots.ts";
import { someEventFacts, someTrackerFacts } from "#lib/testing/tracker-facts.ts";
import { calendarDayOf } from "#lib/tracking/calendar-day.ts";
import { type EventTime, instantOf, type ZoneName } from "#lib/tracking/event-time.ts";
import type { ScanReport, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";
import { toShipEngineWords } from "./dialects/shipengine.ts";
import { toShippoWords } from "./dialects/shippo.ts";
import { buildShipEngineWebhook } from "./shipengine-json/build-webhook.ts";
import { buildShippoWebhook } from "./shippo-json/build-webhook.ts";
import type { TrackerFacts } from "./tracker-facts.ts";

/** What one Waymark tells in a dialect, another one reads: nothing may be made up on the way, nor said more surely than it was known. */

const LAS_VEGAS = inPlace({ city: "Las Vegas", region: "NV", postalCode: "89101", country: "US" });
const LONDON = inPlace({ city: "London", country: "GB", latitude: 51.5, longitude: -0.12 });
const PLANT = inPlace({ facility: "ATLANTA GA NETWORK DISTRIBUTION CENTER" });
const NOWHERE = inPlace({});
const asUtc = (text: string): EventTime => ({
  kind: "instant",
  utc: instant(text),
  local: text.slice(0, 19) as never,
  zone: "UTC" as ZoneName,
  zoneSource: "carrier",
});

const WHERE_AND_WHEN = [
  [LAS_VEGAS, timeWithOffset("2026-03-02T10:00:00-08:00")],
  [LAS_VEGAS, timeWithOffset("2026-03-02T16:00:00-08:00")],
  [LAS_VEGAS, timeWithOffset("2026-03-02T23:59:59-08:00")],
  [LAS_VEGAS, wallClock("2026-03-03T08:15:00", { zone: "America/Los_Angeles", utc: "2026-03-03T16:15:00Z" })],
  [LAS_VEGAS, wholeDay("2026-03-04")],
  [LONDON, timeWithOffset("2026-01-10T09:30:00+00:00")],
  [LONDON, timeWithOffset("2026-07-10T09:30:00+01:00")],
  [PLANT, wallClock("2026-03-01T17:20:00", { zone: "America/New_York", utc: "2026-03-01T22:20:00Z" })],
  [NOWHERE, asUtc("2026-03-01T05:06:07Z")],
  [NOWHERE, wallClock("2026-03-01T05:06:00")],
  [NOWHERE, wholeDay("2026-03-01")],
  [NOWHERE, noTime],
] as const;

const everySubstatus = Object.keys(SUBSTATUSES) as Substatus[];
const words = fc.constantFrom(...everySubstatus).map((substatus) => ({ status: SUBSTATUSES[substatus].status, substatus }));

const scan: fc.Arbitrary<ScanReport> = fc
  .record({
    words,
    at: fc.constantFrom(...WHERE_AND_WHEN),
    message: fc.constantFrom(null, "Arrived", "Departed", "  ", "a \u0000 and a \uD800"),
    signer: fc.constantFrom(null, "J. Tester"),
  })
  .map(({ words, at: [place, time], message, signer }) => aScan({ ...words, place, time, message, signer }));

const promise = fc.constantFrom(
  null,
  { on: day("2026-03-05"), from: null, until: null },
  { on: day("2026-03-09"), from: "09:00", until: null },
);

const facts: fc.Arbitrary<TrackerFacts> = fc
  .record({
    words,
    scans: fc.array(scan, { maxLength: 6 }),
    estimatedDelivery: promise,
    originalEstimatedDelivery: promise,
    carrier: fc.constantFrom("usps", "ups", "fedex", "asendia", "asendia_us", "dhl_express").map((slug) => slug as CarrierSlug),
    serviceLevel: fc.constantFrom(null, "Priority Mail"),
    destination: fc.constantFrom(null, LAS_VEGAS, NOWHERE),
  })
  .map(({ words, ...parts }) => someTrackerFacts({ ...words, ...parts }));

const standingAs = (substatus: Substatus) => someTrackerFacts({ status: SUBSTATUSES[substatus].status, substatus });

function readBack(dialect: "shippo" | "shipengine", tracker: TrackerFacts): TrackerSnapshot {
  const event = someEventFacts(tracker);
  const body = dialect === "shippo" ? buildShippoWebhook(event) : buildShipEngineWebhook(event, { origin: "https://track.example" });
  const reading = providers[dialect].read(JSON.parse(body));
  if (reading.kind !== "snapshots" || reading.snapshots[0] === undefined) throw new Error(JSON.stringify(reading));
  return reading.snapshots[0];
}

const isMidnight = (text: string) => text.slice(11, 16) === "00:00";

describe.each([
  { dialect: "shippo", toWords: (word: Substatus) => toShippoWords(SUBSTATUSES[word].status, word) },
  { dialect: "shipengine", toWords: (word: Substatus) => toShipEngineWords(SUBSTATUSES[word].status, word) },
] as const)("a tracker told in the $dialect dialect", ({ dialect, toWords }) => {
  it("is read back as the same parcel, promised for the same day", () => {
    fc.assert(
      fc.property(facts, (told) => {
        const snapshot = readBack(dialect, told);
        expect(snapshot.notes).toEqual([]);
        expect(snapshot.carrier).toBe(told.tracker.carrier);
        expect(snapshot.trackingNumber).toBe(told.tracker.trackingNumber);
        expect(snapshot.estimatedDelivery?.on).toBe(told.tracker.estimatedDelivery?.on);
      }),
    );
  });

  it("says again what it said, once it has been read back", () => {
    const known = everySubstatus.filter((substatus) => !["unknown", "error"].includes(SUBSTATUSES[substatus].status));
    const changed = known.filter((substatus) => {
      const { status, substatus: readAs } = readBack(dialect, standingAs(substatus));
      const again = dialect === "shippo" ? toShippoWords(status, readAs) : toShipEngineWords(status, readAs);
      return JSON.stringify(again) !== JSON.stringify(toWords(substatus));
    });
    expect(changed).toEqual([]);
  });

  it.each(["unknown", "awaiting_information", "tracking_expired", "error"] as const)("stays unknown when it is %s", (substatus) => {
    expect(readBack(dialect, standingAs(substatus)).status).toBe("unknown");
  });

  it("keeps its scans in their order", () => {
    fc.assert(
      fc.property(facts, (told) => {
        const newestFirst = told.tracker.scans.map(({ message }) => message?.trim() || null);
        const read = readBack(dialect, told).scans.map(({ message }) => message);
        const inOrder = dialect === "shippo" ? read.slice(0, newestFirst.length).reverse() : read;
        expect(inOrder).toEqual(newestFirst);
      }),
    );
  });
});

describe("a scan's time told in the Shippo dialect", () => {
  it("is the same moment, the day where no more was known, or nothing", () => {
    fc.assert(
      fc.property(facts, (told) => {
        const before = [...told.tracker.scans].reverse().map(({ time }) => time);
        const after = readBack("shippo", told)
          .scans.slice(0, before.length)
          .map(({ time }) => time);
        for (const [index, time] of before.entries()) {
          const read = after[index] ?? noTime;
          expect(instantOf(read)).toBe(instantOf(time));
          if (instantOf(time) === null) {
            expect(calendarDayOf(read)).toBe(calendarDayOf(time));
            expect(read.kind).toBe(time.kind === "none" ? "none" : "day");
          }
        }
      }),
    );
  });

  it("names no scan twice, and adds one only where no scan says how the parcel stands", () => {
    fc.assert(
      fc.property(facts, (told) => {
        const { scans, status } = told.tracker;
        const added = readBack("shippo", told).scans.length - scans.length;
        expect(added).toBeLessThanOrEqual(scans.some((scan) => scan.status === status) ? 0 : 1);
      }),
    );
  });
});

describe("a scan's time told in the ShipEngine dialect", () => {
  it("is the same moment or the same wall clock, and never surer than before", () => {
    fc.assert(
      fc.property(facts, (told) => {
        const after = readBack("shipengine", told).scans.map(({ time }) => time);
        for (const [index, time] of told.tracker.scans.map(({ time }) => time).entries()) {
          const read = after[index] ?? noTime;
          expect(calendarDayOf(read)).toBe(calendarDayOf(time));
          if (time.kind === "none" || time.kind === "day") expect(read.kind).toBe(time.kind);
          else if (!isMidnight(time.local)) expect(read).toMatchObject({ local: time.local });
          const isKnownAgain = instantOf(read) !== null;
          if (isKnownAgain) expect(instantOf(read)).toBe(instantOf(time));
          else expect(instantOf(time) === null || (time.kind === "instant" && time.zone === "UTC")).toBe(true);
        }
      }),
    );
  });
});
