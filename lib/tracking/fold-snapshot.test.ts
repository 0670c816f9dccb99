import { describe, expect, it } from "vitest";
import { aScan, aSnapshot, day, inPlace, instant, timeWithOffset, wallClock } from "#lib/testing/snapshots.ts";
import { EMPTY_FACTS, foldSnapshot } from "./fold-snapshot.ts";
import { scanKey } from "./scan-key.ts";
import type { TrackerSnapshot } from "./snapshot.ts";

const fold = (...snapshots: TrackerSnapshot[]) => snapshots.reduce(foldSnapshot, EMPTY_FACTS);
const promise = (on: string) => ({ on: day(on), from: null, until: null });

describe("folding snapshots into facts", () => {
  it("takes the same delivery twice without any change", () => {
    const snapshot = aSnapshot({ scans: [aScan()], notes: [{ field: "status", word: "odd" }] });
    expect(fold(snapshot, snapshot)).toEqual(fold(snapshot));
  });

  it("counts a scan once that a snapshot lists twice in the same words", () => {
    const again = aScan({ message: "  IN   transit " });
    expect(fold(aSnapshot({ scans: [aScan(), again] })).scans).toHaveLength(1);
  });

  it("keeps two scans of one minute that differ in a word", () => {
    const arrived = aScan({ message: "Arrived at facility" });
    const departed = aScan({ message: "Departed facility" });
    expect(fold(aSnapshot({ scans: [arrived, departed] })).scans).toHaveLength(2);
  });

  it("keeps a scan that later snapshots no longer mention", () => {
    const first = aScan({ message: "Picked up" });
    const facts = fold(aSnapshot({ scans: [first] }), aSnapshot({ asOf: instant("2026-03-05T00:00:00Z"), scans: [] }));
    expect(facts.scans.map(({ message }) => message)).toEqual(["Picked up"]);
  });

  it("gives a scan the same key when a better zone table places it", () => {
    const bare = aScan({ time: wallClock("2026-03-02T10:00:00") });
    const placed = aScan({ time: wallClock("2026-03-02T10:00:00", { zone: "America/Chicago", utc: "2026-03-02T16:00:00Z" }) });
    expect(scanKey(placed)).toBe(scanKey(bare));
    expect(fold(aSnapshot({ scans: [placed] }), aSnapshot({ scans: [bare] })).scans[0]?.time).toMatchObject({ zone: "America/Chicago" });
  });

  it("gives a scan the same key when a better table understands its words", () => {
    const misread = aScan({ status: "unknown", substatus: "unknown" });
    expect(scanKey(misread)).toBe(scanKey(aScan()));
    expect(fold(aSnapshot({ scans: [aScan()] }), aSnapshot({ scans: [misread] })).scans[0]).toMatchObject({ status: "in_transit" });
  });

  it("fills in what a repeat of a scan adds: the signer, the proof, the coordinates", () => {
    const bare = aScan({ place: inPlace({ city: "Sarcoxie" }) });
    const rich = aScan({
      place: inPlace({ city: "Sarcoxie", latitude: 37, longitude: -94 }),
      signer: "J. Tester",
      proofOfDeliveryUrl: "https://proof.example/1",
    });
    const [scan, ...others] = fold(aSnapshot({ scans: [rich] }), aSnapshot({ scans: [bare] })).scans;
    expect(others).toEqual([]);
    expect(scan).toMatchObject({ signer: "J. Tester", proofOfDeliveryUrl: "https://proof.example/1", place: { latitude: 37 } });
  });

  it("tells scans apart by time, place and words", () => {
    const other = [
      aScan({ time: timeWithOffset("2026-03-02T10:01:00-05:00") }),
      aScan({ place: inPlace({ city: "Reno" }) }),
      aScan({ message: "Arrived" }),
      aScan({ vendor: { status: null, detail: null, code: "OF" } }),
    ];
    expect(new Set([aScan(), ...other].map(scanKey)).size).toBe(5);
  });

  it("collects each vendor word that nobody knows once", () => {
    const note = { field: "status" as const, word: "frobnicated" };
    expect(fold(aSnapshot({ notes: [note, note] }), aSnapshot({ provider: "shippo", notes: [note] })).notes).toEqual([note]);
  });

  it("stays small however often a vendor changes its mind", () => {
    const months = Array.from({ length: 300 }, (_, index) =>
      aSnapshot({
        asOf: instant(new Date(Date.UTC(2026, 0, 1, index)).toISOString()),
        estimatedDelivery: promise(`2026-02-${String(1 + (index % 28)).padStart(2, "0")}`),
      }),
    );
    const facts = fold(...months);
    expect(facts.headers.length).toBeLessThanOrEqual(2);
    expect(facts.headers[0]?.estimatedDelivery?.on).toBe("2026-02-01");
  });

  it("lets go of the oldest scans beyond a thousand, and says so, in whatever order they come", () => {
    const at = (index: number) =>
      aScan({ time: timeWithOffset(`${new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString().slice(0, 19)}-05:00`) });
    const snapshots = [0, 400, 800, 1200].map((start) => aSnapshot({ scans: Array.from({ length: 400 }, (_, step) => at(start + step)) }));
    const facts = fold(...snapshots);
    expect(facts.scans).toHaveLength(1000);
    expect(new Set(facts.scans.map(({ key }) => key))).toEqual(new Set(Array.from({ length: 1000 }, (_, step) => scanKey(at(600 + step)))));
    expect(facts.notes).toEqual([{ field: "scans", word: expect.stringMatching(/oldest are left out/) }]);
    const [a, b, c, d] = snapshots as [TrackerSnapshot, TrackerSnapshot, TrackerSnapshot, TrackerSnapshot];
    expect(fold(c, a, d, b)).toEqual(facts);
    expect(fold(d, c, b, a, a)).toEqual(facts);
  });
});
