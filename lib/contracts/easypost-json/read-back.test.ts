import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARRIERS } from "#lib/carriers/catalog.ts";
import { readGivenTime } from "#lib/places/read-given-time.ts";
import { resolveEventTime } from "#lib/places/resolve-event-time.ts";
import { providers } from "#lib/providers/registry.ts";
import { aScan, day, inPlace } from "#lib/testing/snapshots.ts";
import { someEventFacts, someTrackerFacts } from "#lib/testing/tracker-facts.ts";
import { type EventTime, instantOf } from "#lib/tracking/event-time.ts";
import type { ScanReport, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";
import { toEasyPostWords } from "../dialects/easypost.ts";
import type { TrackerFacts } from "../tracker-facts.ts";
import { buildEasyPostEvent } from "./build-event.ts";

/** What one Waymark tells another: nothing may be made up on the way, nor said more surely than it was known. */

const PLACES = [
  inPlace({}),
  inPlace({ city: "Chicago", region: "IL", country: "US", postalCode: "60611" }),
  inPlace({ city: "London", country: "GB" }),
  inPlace({ facility: "ATLANTA GA NETWORK DISTRIBUTION CENTER" }),
  inPlace({ city: "Reykjavik", country: "IS" }),
  inPlace({ latitude: 35.68, longitude: 139.69 }),
];

const GIVEN = [
  "2026-03-02T10:00:00-06:00",
  "2026-07-02T10:00:00+01:00",
  "2026-03-02T10:00:00+00:00",
  "2026-03-02T10:00:00Z",
  "2026-03-08T02:30:00",
  "2026-11-01T01:30:00",
  "2026-03-02T00:00:00",
  "2026-03-02",
  null,
];

const everySubstatus = Object.keys(SUBSTATUSES) as Substatus[];
const words = fc.constantFrom(...everySubstatus).map((substatus) => ({ status: SUBSTATUSES[substatus].status, substatus }));

const scan: fc.Arbitrary<ScanReport> = fc
  .record({ words, place: fc.constantFrom(...PLACES), given: fc.constantFrom(...GIVEN), message: fc.constantFrom(null, "Arrived", "Left") })
  .map(({ words, place, given, message }) =>
    aScan({ ...words, place, message, time: resolveEventTime(readGivenTime(given, "offset_is_true"), place) }),
  );

const facts: fc.Arbitrary<TrackerFacts> = fc
  .record({
    words,
    scans: fc.array(scan, { maxLength: 8 }),
    carrier: fc.constantFrom(...CARRIERS.map(({ slug }) => slug)),
    estimatedDelivery: fc.constantFrom(null, { on: day("2026-03-05"), from: null, until: "17:30" }),
    weightOz: fc.constantFrom(null, 16, 17.6),
    serviceLevel: fc.constantFrom(null, "Priority Mail"),
    origin: fc.constantFrom(null, inPlace({ city: "HOUSTON", region: "TX", postalCode: "77001", country: "US" })),
  })
  .map(({ words, ...parts }) => someTrackerFacts({ ...words, ...parts }));

function readBack(told: TrackerFacts): TrackerSnapshot {
  const reading = providers.easypost.read(JSON.parse(buildEasyPostEvent(someEventFacts(told))));
  const [snapshot] = reading.kind === "snapshots" ? reading.snapshots : [];
  if (snapshot === undefined) throw new Error(JSON.stringify(reading));
  return snapshot;
}

describe("a tracker told in EasyPost's words and read back", () => {
  it("is the same parcel, standing where it stood", () => {
    fc.assert(
      fc.property(facts, (told) => {
        const { tracker } = told;
        const { carrier, trackingNumber, mode, status, estimatedDelivery, weightOz, serviceLevel, origin, notes } = readBack(told);
        expect({ carrier, trackingNumber, mode, status, weightOz, serviceLevel, origin }).toEqual({
          carrier: tracker.carrier,
          trackingNumber: tracker.trackingNumber,
          mode: tracker.mode,
          status: tracker.status,
          weightOz: tracker.weightOz,
          serviceLevel: tracker.serviceLevel,
          origin: tracker.origin,
        });
        expect([estimatedDelivery?.on, estimatedDelivery?.until]).toEqual([
          tracker.estimatedDelivery?.on,
          tracker.estimatedDelivery?.until,
        ]);
        expect(notes).toEqual([]);
      }),
    );
  });

  it("says again what it said, in every word EasyPost has", () => {
    const changed = everySubstatus.filter((substatus) => {
      const before = toEasyPostWords(SUBSTATUSES[substatus].status, substatus);
      const read = readBack(someTrackerFacts({ status: before.status, substatus }));
      return JSON.stringify(toEasyPostWords(read.status, read.substatus)) !== JSON.stringify(before);
    });
    // `status_update` beside `delivered` says nothing that `delivered` does not.
    expect(changed).toEqual(["post_delivery_update"]);
  });

  it("has every scan, the oldest first, in the same words", () => {
    fc.assert(
      fc.property(facts, (told) => {
        const before = told.tracker.scans.toReversed();
        const after = readBack(told).scans;
        expect(after.map(({ status, message }) => ({ status, message }))).toEqual(
          before.map(({ status, message }) => ({ status, message })),
        );
      }),
    );
  });

  it("has every time as honest as before: the same moment, the same clock, the same day or nothing", () => {
    fc.assert(
      fc.property(facts, (told) => {
        const after = readBack(told).scans.map(({ time }) => time);
        for (const [index, { time }] of told.tracker.scans.toReversed().entries()) expectAsHonest(time, after[index]);
      }),
    );
  });
});

function expectAsHonest(before: EventTime, after: EventTime | undefined) {
  if (before.kind === "none" || before.kind === "day") {
    expect(after).toMatchObject(before.kind === "day" ? { kind: "day", day: before.day } : { kind: "none" });
    return;
  }
  expect(after).toMatchObject({ local: before.local });
  if (after === undefined || after.kind === "none" || after.kind === "day") return;
  // EasyPost's readers cannot believe an offset of nought without a place, since EasyPost writes it for zones it does not know.
  const isDoubted = after.utc === null && before.utc === `${before.local}Z`;
  if (!isDoubted) expect(instantOf(after)).toBe(instantOf(before));
}
