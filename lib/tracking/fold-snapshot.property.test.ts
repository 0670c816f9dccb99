import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anIdentity,
  aScan,
  aSnapshot,
  day,
  inPlace,
  instant,
  noTime,
  timeWithOffset,
  wallClock,
  wholeDay,
} from "#lib/testing/snapshots.ts";
import { calendarDayOf } from "./calendar-day.ts";
import { deriveTracker } from "./derive-tracker.ts";
import { decideEpoch, epochStateOf } from "./epoch.ts";
import { EMPTY_FACTS, foldSnapshot, mergeFacts } from "./fold-snapshot.ts";
import { scanKey } from "./scan-key.ts";
import { PROVIDERS, type ScanReport, type TrackerSnapshot } from "./snapshot.ts";
import { STATUSES } from "./status.ts";
import { SUBSTATUSES, type Substatus } from "./substatus.ts";
import type { TrackerFacts } from "./tracker.ts";

/** A small world, so that repeats, ties, enriched repeats and clock changes happen all the time. */
const zone = "America/New_York";
const TIMES = [
  timeWithOffset("2026-11-01T01:40:00-04:00"),
  timeWithOffset("2026-11-01T01:10:00-05:00"),
  timeWithOffset("2026-03-08T03:10:00-04:00"),
  wallClock("2026-11-01T01:40:00"),
  wallClock("2026-11-01T01:40:00", { zone, utc: "2026-11-01T05:40:00Z", settled: "overlap" }),
  wallClock("2026-11-01T01:10:00", { zone, utc: "2026-11-01T05:10:00Z", settled: "overlap" }),
  wallClock("2026-03-08T02:30:00", { zone, utc: "2026-03-08T07:30:00Z", settled: "gap" }),
  wallClock("2026-11-01T09:00:00", { zone, utc: "2026-11-01T14:00:00Z" }),
  wholeDay("2026-11-01"),
  wholeDay("2025-06-01"),
  noTime,
];
const INSTANTS = ["2026-11-01T05:10:00Z", "2026-11-01T06:10:00Z", "2026-11-02T00:00:00Z", "2026-11-02T00:00:00.500Z"].map(instant);
const PROMISES = ["2026-11-05", "2026-11-07"].map((on) => ({ on: day(on), from: null, until: null }));

const orNull = <T>(...values: T[]) => fc.constantFrom(null, ...values);
const status = fc.constantFrom(...STATUSES);
const substatus = fc.constantFrom(...(Object.keys(SUBSTATUSES) as Substatus[]));
const place = fc.record({ city: orNull("Reno", "RENO"), country: orNull("US"), latitude: orNull(39.5) }).map(inPlace);
const vendor = fc.record({ status: orNull("in_transit", "TRANSIT"), detail: orNull("arrived"), code: fc.constant(null) });

const scan: fc.Arbitrary<ScanReport> = fc
  .record({
    status,
    substatus,
    message: orNull("Arrived", "arrived ", "Departed"),
    vendor,
    time: fc.constantFrom(...TIMES),
    place,
    signer: orNull("J. Tester", "K. Tester"),
    proofOfDeliveryUrl: orNull("https://proof.example/1"),
  })
  .map(aScan);

const snapshot: fc.Arbitrary<TrackerSnapshot> = fc
  .record({
    provider: fc.constantFrom(...PROVIDERS),
    asOf: orNull(...INSTANTS),
    status,
    substatus,
    isReturn: fc.boolean(),
    estimatedDelivery: orNull(...PROMISES),
    originalEstimatedDelivery: orNull(...PROMISES),
    serviceLevel: orNull("Ground", "Express"),
    signedBy: orNull("J. Tester"),
    weightOz: orNull(16, 17.6),
    scans: fc.array(scan, { maxLength: 4 }),
    notes: fc.array(fc.record({ field: fc.constant("status" as const), word: fc.constantFrom("odd", "odder") }), { maxLength: 2 }),
  })
  .map(aSnapshot);

const history = fc.array(snapshot, { maxLength: 5 });
/** A history and the same one as a bad network delivers it: shuffled, some of it more than once. */
const deliveries = history.chain((sent) =>
  fc.record({
    sent: fc.constant(sent),
    received: fc
      .subarray(sent)
      .chain((repeated) => fc.shuffledSubarray([...sent, ...repeated], { minLength: sent.length + repeated.length })),
  }),
);
const factsOf = (snapshots: readonly TrackerSnapshot[]) => snapshots.reduce(foldSnapshot, EMPTY_FACTS);
const saysReturn = ({ status, substatus }: Pick<ScanReport, "status" | "substatus">) =>
  status === "return_to_sender" || substatus === "return_to_sender" || substatus === "returned";
const derive = (facts: TrackerFacts) => deriveTracker(facts, anIdentity);
const runs = (numRuns: number) => ({ numRuns, seed: 20260301 });

describe("any history of a parcel", { timeout: 60_000 }, () => {
  it("gives the same facts and the same tracker however it is shuffled and repeated", () => {
    fc.assert(
      fc.property(deliveries, ({ sent, received }) => {
        const facts = factsOf(sent);
        expect(factsOf(received)).toEqual(facts);
        expect(derive(factsOf(received))).toEqual(derive(facts));
      }),
      runs(4000),
    );
  });

  it("gives the same facts however it is gathered in groups, also from storage", () => {
    fc.assert(
      fc.property(history, history, history, (a, b, c) => {
        const [one, two, three] = [a, b, c].map(factsOf) as [TrackerFacts, TrackerFacts, TrackerFacts];
        const together = factsOf([...a, ...b, ...c]);
        expect(mergeFacts(mergeFacts(one, two), three)).toEqual(together);
        expect(mergeFacts(one, mergeFacts(three, two))).toEqual(together);
        expect(mergeFacts(JSON.parse(JSON.stringify(together)), together)).toEqual(together);
      }),
      runs(2000),
    );
  });

  it("loses no scan, and shows none that nobody told", () => {
    fc.assert(
      fc.property(history, (snapshots) => {
        const facts = factsOf(snapshots);
        const told = new Set(snapshots.flatMap(({ scans }) => scans.map(scanKey)));
        const kept = new Set(facts.scans.map(({ key }) => key));
        expect(kept).toEqual(told);
        expect(facts.scans).toHaveLength(told.size);
        const shown = derive(facts).scans.map(({ key }) => key);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.every((key) => told.has(key))).toBe(true);
        expect(shown.length > 0).toBe(told.size > 0);
      }),
      runs(2000),
    );
  });

  it("reads the same from a tidied store as if every word had been kept", () => {
    fc.assert(
      fc.property(history, (snapshots) => {
        const everyWord = snapshots.flatMap((one) => factsOf([one]).headers);
        const facts = factsOf(snapshots);
        const { scans: _, ...told } = derive({ ...facts, headers: everyWord });
        expect(derive(facts)).toMatchObject(told);
        expect(facts.headers.length).toBeLessThanOrEqual(15);
      }),
      runs(1500),
    );
  });

  it("never calls a parcel delivered that was ever on its way back", () => {
    fc.assert(
      fc.property(history, snapshot, (before, last) => {
        const all = [...before, { ...last, status: "delivered", substatus: "delivered", asOf: instant("2026-12-01T00:00:00Z") } as const];
        const facts = factsOf(all);
        const cameBack = all.some(({ isReturn }) => isReturn) || [...all, ...facts.scans].some(saysReturn);
        expect(derive(facts)).toMatchObject(
          cameBack
            ? { status: "return_to_sender", substatus: "returned", isFinal: true, deliveredTime: null }
            : { status: "delivered", substatus: "delivered", isFinal: true },
        );
      }),
      runs(1500),
    );
  });

  it("shows nothing from before the fence", () => {
    fc.assert(
      fc.property(history, (snapshots) => {
        const fencedBefore = day("2026-11-01");
        const { scans } = deriveTracker(factsOf(snapshots), { ...anIdentity, fencedBefore });
        expect(scans.filter(({ time }) => (calendarDayOf(time) ?? fencedBefore) < fencedBefore)).toEqual([]);
      }),
      runs(500),
    );
  });

  it("does not open an epoch by being delivered once more", () => {
    const now = instant("2030-01-01T00:00:00Z");
    fc.assert(
      fc.property(snapshot, (first) => {
        const opening = decideEpoch(null, first, now);
        const fencedBefore = opening.kind === "new" ? opening.fencedBefore : null;
        const tracker = deriveTracker(factsOf([first]), { ...anIdentity, fencedBefore });
        const state = epochStateOf(tracker, { fencedBefore, openedAt: instant("2026-11-03T00:00:00Z"), isUnheard: false, earlier: [] });
        expect(decideEpoch(state, first, now)).toEqual({ kind: "same", epoch: 1 });
      }),
      runs(1000),
    );
  });
});
