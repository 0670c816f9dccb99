import { describe, expect, it } from "vitest";
import { anIdentity, aScan, aSnapshot, noTime, timeWithOffset, wallClock, wholeDay } from "#lib/testing/snapshots.ts";
import { deriveTracker } from "./derive-tracker.ts";
import type { EventTime } from "./event-time.ts";
import { EMPTY_FACTS, foldSnapshot } from "./fold-snapshot.ts";
import type { Substatus } from "./substatus.ts";
import { urgentSince } from "./urgent-since.ts";

const parcel = (substatus: Substatus, ...scans: [Substatus, EventTime][]) =>
  deriveTracker(
    foldSnapshot(
      EMPTY_FACTS,
      aSnapshot({ substatus, scans: scans.map(([word, time]) => aScan({ substatus: word, message: `${word} ${time.kind}`, time })) }),
    ),
    anIdentity,
  );

const at = (text: string) => timeWithOffset(`${text}-05:00`);

describe("a parcel that needs somebody", () => {
  it("has needed them since the first of the scans that say so, not since the last reminder", () => {
    const waiting = parcel(
      "pickup_available",
      ["pickup_available", at("2026-03-05T09:00:00")],
      ["pickup_available", at("2026-03-02T09:00:00")],
      ["in_transit", at("2026-03-01T09:00:00")],
    );
    expect(urgentSince(waiting)).toBe("2026-03-02T14:00:00Z");
  });

  it("does not count a trouble that was over in between", () => {
    const again = parcel(
      "address_issue",
      ["address_issue", at("2026-03-05T09:00:00")],
      ["in_transit", at("2026-03-04T09:00:00")],
      ["address_issue", at("2026-03-01T09:00:00")],
    );
    expect(urgentSince(again)).toBe("2026-03-05T14:00:00Z");
  });

  it("goes by the vendor's picture where no scan tells the trouble", () => {
    expect(urgentSince(parcel("prohibited", ["in_transit", at("2026-03-01T09:00:00")]))).toBe("2026-03-02T15:30:00Z");
    expect(urgentSince(parcel("lost", ["lost", noTime]))).toBe("2026-03-02T15:30:00Z");
  });

  it("reads clocks without a zone, and days, as well as can be", () => {
    expect(urgentSince(parcel("notice_left", ["notice_left", wallClock("2026-03-02T09:00:00")]))).toBe("2026-03-02T09:00:00Z");
    expect(urgentSince(parcel("notice_left", ["notice_left", wholeDay("2026-03-02")]))).toBe("2026-03-02T00:00:00Z");
  });
});

it("a parcel on its way has needed nobody", () => {
  expect(urgentSince(parcel("in_transit", ["address_issue", at("2026-03-01T09:00:00")]))).toBeNull();
});
