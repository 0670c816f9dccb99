import { describe, expect, it } from "vitest";
import { anIdentity, aScan, aSnapshot, day, instant, noTime, wholeDay } from "#lib/testing/snapshots.ts";
import { deriveTracker } from "./derive-tracker.ts";
import { decideEpoch, decideRegistration, type EpochState, epochStateOf, type RegisteredEpoch } from "./epoch.ts";
import { EMPTY_FACTS, foldSnapshot } from "./fold-snapshot.ts";
import type { TrackerSnapshot } from "./snapshot.ts";

const now = instant("2027-01-01T00:00:00Z");
const delivered = { status: "delivered", substatus: "delivered" } as const;
const on = (...days: string[]) => days.map((text) => aScan({ time: wholeDay(text) }));
const deliveredOn = (text: string) => aScan({ ...delivered, time: wholeDay(text) });
const told = (...scans: ReturnType<typeof aScan>[]) => aSnapshot({ asOf: null, scans });

const finished: EpochState = {
  epoch: 1,
  fencedBefore: day("2025-10-05"),
  lastNewsOn: day("2026-01-10"),
  isFinal: true,
  isUnheard: false,
  earlier: [],
};
const underWay: EpochState = { ...finished, isFinal: false };

describe("a number we hear of for the first time", () => {
  it("opens the first epoch, reaching back three months before its first day", () => {
    expect(decideEpoch(null, told(...on("2026-01-05", "2026-01-08")), now)).toEqual({ kind: "new", epoch: 1, fencedBefore: "2025-10-05" });
  });

  it("opens it without a fence when nothing is dated", () => {
    expect(decideEpoch(null, told(aScan({ time: noTime })), now)).toEqual({ kind: "new", epoch: 1, fencedBefore: null });
  });

  it("fences off the journey of a parcel that had the number before", () => {
    const twoLives = told(...on("2024-05-01"), deliveredOn("2024-05-04"), ...on("2026-01-05"));
    expect(decideEpoch(null, twoLives, now)).toMatchObject({ kind: "new", fencedBefore: "2024-08-04" });
  });

  it("does not fence off the start of a long sea journey", () => {
    expect(decideEpoch(null, told(...on("2026-01-05"), deliveredOn("2026-04-20")), now)).toMatchObject({ fencedBefore: "2025-10-05" });
  });
});

describe("a number that is used again", () => {
  it("opens a new epoch three months after the last news of a delivered parcel, even if old scans come along", () => {
    const recycled = told(deliveredOn("2026-01-10"), ...on("2026-06-01"));
    expect(decideEpoch(finished, recycled, now)).toEqual({ kind: "new", epoch: 2, fencedBefore: "2026-04-10" });
  });

  it.each([
    ["2026-01-10", "2026-04-09", "same"],
    ["2026-01-10", "2026-04-10", "new"],
    ["2025-11-30", "2026-02-27", "same"],
    ["2025-11-30", "2026-02-28", "new"],
    ["2023-11-30", "2024-02-28", "same"],
    ["2023-11-30", "2024-02-29", "new"],
  ] as const)("counts calendar months: delivered %s, news %s is the %s parcel", (last, next, kind) => {
    expect(decideEpoch({ ...finished, fencedBefore: null, lastNewsOn: day(last) }, told(...on(next)), now).kind).toBe(kind);
  });

  it("opens a new epoch for a word without scans, dated by the vendor", () => {
    const label = aSnapshot({ provider: "shipment_notify", asOf: instant("2026-06-01T08:00:00Z") });
    expect(decideEpoch(finished, label, now)).toMatchObject({ kind: "new", epoch: 2 });
  });

  it("opens a new epoch after a parcel that never finished when no scan reaches back to it", () => {
    expect(decideEpoch(underWay, told(...on("2026-06-01", "2026-06-02")), now)).toMatchObject({ kind: "new", epoch: 2 });
  });

  it("stays the same parcel while its news comes at less than three months' distance", () => {
    expect(decideEpoch(finished, told(...on("2026-03-01", "2026-05-20")), now).kind).toBe("same");
  });
});

describe("a parcel that is silent for long", () => {
  it("stays itself when it is delivered after a hundred days at sea", () => {
    const arrived = told(...on("2026-01-05", "2026-01-10"), deliveredOn("2026-04-20"));
    expect(decideEpoch(underWay, arrived, now)).toEqual({ kind: "same", epoch: 1 });
  });

  it("stays itself when all that comes is a word without a scan", () => {
    expect(decideEpoch(underWay, aSnapshot({ ...delivered, asOf: instant("2026-04-20T08:00:00Z") }), now).kind).toBe("same");
  });

  it("stays itself when the vendor only touches its old picture", () => {
    const touched = aSnapshot({ asOf: instant("2026-09-01T08:00:00Z"), scans: [deliveredOn("2026-01-10")] });
    expect(decideEpoch(finished, touched, now).kind).toBe("same");
  });
});

describe("a payload that comes again", () => {
  const second: EpochState = {
    epoch: 3,
    fencedBefore: day("2026-04-10"),
    lastNewsOn: day("2026-06-02"),
    isFinal: true,
    isUnheard: false,
    earlier: [
      { epoch: 1, fencedBefore: null },
      { epoch: 2, fencedBefore: day("2024-08-04") },
    ],
  };

  it("never opens an epoch, however late it is repeated", () => {
    const last = told(deliveredOn("2026-01-10"));
    expect(decideEpoch(finished, last, instant("2031-01-01T00:00:00Z"))).toEqual({ kind: "same", epoch: 1 });
    expect(decideEpoch(finished, told(aScan({ time: noTime })), now).kind).toBe("same");
  });

  it("goes to the epoch it belongs to, and not into the new one", () => {
    expect(decideEpoch(second, told(deliveredOn("2026-01-10")), now)).toEqual({ kind: "older", epoch: 2 });
    expect(decideEpoch(second, told(deliveredOn("2024-01-10")), now)).toEqual({ kind: "older", epoch: 1 });
    expect(decideEpoch(second, aSnapshot({ asOf: instant("2026-01-08T00:00:00Z") }), now)).toEqual({ kind: "older", epoch: 2 });
  });

  it("goes to an epoch before our first when we never followed that parcel", () => {
    expect(decideEpoch(finished, told(deliveredOn("2014-11-19")), now)).toEqual({ kind: "older", epoch: 0 });
  });

  it("is not believed when it is dated in the future", () => {
    expect(decideEpoch(finished, told(...on("2099-01-01")), now).kind).toBe("same");
  });
});

describe("a whole life of a number", () => {
  it("is told apart the same way from its stored trackers", () => {
    const open = (snapshot: TrackerSnapshot, epoch: number, fencedBefore: EpochState["fencedBefore"], earlier: EpochState["earlier"]) => {
      const tracker = deriveTracker(foldSnapshot(EMPTY_FACTS, snapshot), { ...anIdentity, epoch, fencedBefore });
      return { tracker, state: epochStateOf(tracker, { fencedBefore, openedAt: now, isUnheard: false, earlier }) };
    };
    const first = { ...told(...on("2026-01-05"), deliveredOn("2026-01-10")), ...delivered };
    const again = told(...first.scans, ...on("2026-06-01"));

    const one = open(first, 1, null, []);
    const decision = decideEpoch(one.state, again, now);
    expect(decision).toEqual({ kind: "new", epoch: 2, fencedBefore: "2026-04-10" });

    const two = open(again, 2, day("2026-04-10"), [one.state]);
    expect(two.tracker.scans.map(({ time }) => time)).toEqual([wholeDay("2026-06-01")]);
    expect(decideEpoch(two.state, again, now)).toEqual({ kind: "same", epoch: 2 });
    expect(decideEpoch(two.state, first, now)).toEqual({ kind: "older", epoch: 1 });
  });
});

describe("a parcel that was registered before anybody told of it", () => {
  const registered: EpochState = {
    epoch: 1,
    fencedBefore: null,
    lastNewsOn: day("2026-01-02"),
    isFinal: false,
    isUnheard: true,
    earlier: [],
  };
  const first = (snapshot: TrackerSnapshot, state = registered) => decideEpoch(state, snapshot, now);

  it("is fenced by its first news as if that had made it", () => {
    const twoLives = told(...on("2024-05-01"), deliveredOn("2024-05-04"), ...on("2026-01-05"));
    for (const news of [twoLives, told(...on("2026-01-05")), told(aScan({ time: noTime }))]) {
      const { fencedBefore } = decideEpoch(null, news, now) as { fencedBefore: EpochState["fencedBefore"] };
      expect(first(news)).toEqual({ kind: "first", epoch: 1, fencedBefore });
    }
  });

  it("takes its first news even after months", () => {
    expect(first(told(...on("2026-06-01")))).toEqual({ kind: "first", epoch: 1, fencedBefore: "2026-03-01" });
  });

  it("leaves news from before its fence to the parcel before it", () => {
    const again: EpochState = { ...registered, epoch: 2, fencedBefore: day("2026-05-01"), earlier: [{ epoch: 1, fencedBefore: null }] };
    expect(first(told(deliveredOn("2026-01-10")), again)).toEqual({ kind: "older", epoch: 1 });
    expect(first(told(...on("2026-06-01")), again)).toEqual({ kind: "first", epoch: 2, fencedBefore: "2026-05-01" });
  });
});

describe("registering a number", () => {
  const opened = (changes: Partial<RegisteredEpoch>): RegisteredEpoch => ({
    ...finished,
    openedOn: day("2026-01-05"),
    isDeleted: false,
    ...changes,
  });
  const on = (date: string) => instant(`${date}T12:00:00Z`);

  it("opens the first epoch of one nobody has heard of", () => {
    expect(decideRegistration(null, now)).toEqual({ kind: "new", epoch: 1, fencedBefore: null });
  });

  it("names the parcel we know for three months from when it was opened, even a delivered one", () => {
    expect(decideRegistration(opened({}), on("2026-04-04"))).toEqual({ kind: "existing" });
  });

  it("names the next parcel after them, and leaves it a month of news from before it was registered", () => {
    expect(decideRegistration(opened({}), on("2026-04-05"))).toEqual({ kind: "new", epoch: 2, fencedBefore: "2026-03-05" });
  });

  it("names the next parcel from the day after the last one was delivered", () => {
    expect(decideRegistration(opened({ lastNewsOn: day("2026-06-20") }), on("2026-06-25"))).toMatchObject({ fencedBefore: "2026-06-21" });
  });

  it("names the parcel we know as long as that is under way, and not when it has been silent for three months", () => {
    const atSea = opened({ isFinal: false, lastNewsOn: day("2026-03-20") });
    expect(decideRegistration(atSea, on("2026-06-19"))).toEqual({ kind: "existing" });
    expect(decideRegistration(atSea, on("2026-06-20"))).toMatchObject({ kind: "new", epoch: 2 });
  });

  it("names the same parcel, in a tracker of its own, once the one we knew was deleted", () => {
    expect(decideRegistration(opened({ isDeleted: true }), on("2026-01-06"))).toEqual({
      kind: "new",
      epoch: 2,
      fencedBefore: finished.fencedBefore,
    });
  });
});
