import { describe, expect, it } from "vitest";
import { anIdentity, aScan, aSnapshot, timeWithOffset, wallClock } from "#lib/testing/snapshots.ts";
import { deriveTracker } from "./derive-tracker.ts";
import { EMPTY_FACTS, foldSnapshot } from "./fold-snapshot.ts";
import type { ScanReport, TrackerSnapshot } from "./snapshot.ts";

const zone = "America/New_York";
/** 1 November 2026: at 2:00 EDT the clocks go back to 1:00 EST. */
const shownTwice = (clock: string, parts: Partial<ScanReport> = {}) =>
  aScan({
    message: clock,
    time: wallClock(`2026-11-01T${clock}:00`, { zone, utc: `2026-11-01T05:${clock.slice(3)}:00Z`, settled: "overlap" }),
    ...parts,
  });
/** 8 March 2026: at 2:00 EST the clocks go forward to 3:00 EDT. */
const neverShown = (clock: string, parts: Partial<ScanReport> = {}) =>
  aScan({
    message: clock,
    time: wallClock(`2026-03-08T${clock}:00`, { zone, utc: `2026-03-08T07:${clock.slice(3)}:00Z`, settled: "gap" }),
    ...parts,
  });
const known = (text: string, parts: Partial<ScanReport> = {}) => aScan({ message: "known", time: timeWithOffset(text), ...parts });

function readings(scans: ScanReport[], provider: TrackerSnapshot["provider"] = "easypost") {
  const tracker = deriveTracker(foldSnapshot(EMPTY_FACTS, aSnapshot({ provider, scans })), anIdentity);
  return Object.fromEntries(
    tracker.scans.flatMap(({ message, time }) => (time.kind === "local" ? [[message, `${time.utc} (${time.settled})`]] : [])),
  );
}

describe("a wall clock in the night the clocks go back", () => {
  it("is the first of its two readings when no neighbour objects", () => {
    expect(readings([shownTwice("01:30")])).toEqual({ "01:30": "2026-11-01T05:30:00Z (overlap)" });
  });

  it("is the second reading when the vendor lists it after a later clock", () => {
    expect(readings([known("2026-11-01T01:40:00-04:00"), shownTwice("01:50"), shownTwice("01:10")])).toEqual({
      "01:50": "2026-11-01T05:50:00Z (overlap)",
      "01:10": "2026-11-01T06:10:00Z (overlap)",
    });
  });

  it("is the second reading after one that is known to be in winter time, and so is what follows it", () => {
    expect(readings([known("2026-11-01T01:05:00-05:00"), shownTwice("01:10"), shownTwice("01:50")])).toEqual({
      "01:10": "2026-11-01T06:10:00Z (overlap)",
      "01:50": "2026-11-01T06:50:00Z (overlap)",
    });
  });

  it("reads a vendor's list that begins with the newest from its end", () => {
    expect(readings([shownTwice("01:10"), shownTwice("01:50")], "shipengine")["01:10"]).toBe("2026-11-01T06:10:00Z (overlap)");
  });

  it("is the second reading when the parcel was already further along than before it", () => {
    const out = known("2026-11-01T01:20:00-05:00", { status: "out_for_delivery" });
    const arrival = foldSnapshot(EMPTY_FACTS, aSnapshot({ scans: [shownTwice("01:30", { status: "delivered" })] }));
    const tracker = deriveTracker(foldSnapshot(arrival, aSnapshot({ provider: "shippo", scans: [out] })), anIdentity);
    expect(tracker.scans.find(({ status }) => status === "delivered")?.time).toMatchObject({ utc: "2026-11-01T06:30:00Z" });
  });

  it("believes the vendor's list more than what the words mean", () => {
    const attempt = shownTwice("01:30", { status: "out_for_delivery" });
    expect(readings([attempt, known("2026-11-01T01:20:00-05:00")])["01:30"]).toBe("2026-11-01T05:30:00Z (overlap)");
  });
});

describe("a wall clock in the hour that the spring skips", () => {
  it("is read as a clock that was not put forward when no neighbour objects", () => {
    expect(readings([neverShown("02:30")])).toEqual({ "02:30": "2026-03-08T07:30:00Z (gap)" });
  });

  it("is read an hour earlier when the next scan leaves no other room", () => {
    expect(readings([neverShown("02:30"), known("2026-03-08T03:10:00-04:00")])).toEqual({ "02:30": "2026-03-08T06:30:00Z (gap)" });
  });
});

describe("more doubtful wall clocks than any parcel has", () => {
  it("are read plainly: to weigh them all against each other would never end", () => {
    const doubtful = Array.from({ length: 500 }, (_, index) =>
      shownTwice("01:30", { message: `Scan ${index}`, status: index % 2 === 0 ? "delivered" : "unknown" }),
    );
    const read = readings([...doubtful, known("2026-11-01T01:20:00-05:00")], "push");
    expect(new Set(Object.values(read))).toEqual(new Set(["2026-11-01T05:30:00Z (overlap)"]));
  });
});
