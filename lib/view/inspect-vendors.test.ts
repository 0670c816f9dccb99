import { describe, expect, it } from "vitest";
import { anIdentity, aScan, aSnapshot, day, inPlace, instant, timeWithOffset } from "#lib/testing/snapshots.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import { EMPTY_FACTS, foldSnapshot } from "#lib/tracking/fold-snapshot.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { inspectVendors } from "./inspect-vendors.ts";

const NOW = instant("2026-03-04T10:00:00Z");

function inspect(snapshots: Partial<TrackerSnapshot>[], fencedBefore: CalendarDay | null = null) {
  const facts = snapshots.reduce((known, parts) => foldSnapshot(known, aSnapshot(parts)), EMPTY_FACTS);
  const tracker = deriveTracker(facts, { ...anIdentity, fencedBefore });
  const scans = facts.scans.map((scan) => ({ scan, receivedAt: instant("2026-03-03T10:00:00Z") }));
  return inspectVendors({ tracker, ...facts, scans, fencedBefore, now: NOW });
}

const words = { status: "in_transit", detail: "arrived_at_facility", code: "AR" };
const ARRIVED = aScan({
  substatus: "arrived_at_facility",
  message: "Arrived",
  vendor: words,
  place: inPlace({ city: "RENO", region: "NV", country: "US" }),
  signer: "J DOE",
});

describe("what each vendor said of a parcel", () => {
  it("is nothing before anybody has", () => {
    expect(inspect([])).toEqual({ verdict: "Nobody has told anything of it yet.", vendors: [], notes: [] });
  });

  it("stands beside what we read from it, the one whose word counts first", () => {
    const { vendors } = inspect([
      {
        provider: "easypost",
        asOf: instant("2026-03-02T10:00:00Z"),
        scans: [aScan({ message: "Accepted", time: timeWithOffset("2026-03-01T10:00:00-05:00") })],
      },
      { provider: "shippo", asOf: instant("2026-03-03T10:00:00Z"), vendor: words, substatus: "arrived_at_facility", scans: [ARRIVED] },
    ]);
    expect(vendors.map(({ name, isDeciding }) => [name, isDeciding])).toEqual([
      ["Shippo", true],
      ["EasyPost", false],
    ]);
    expect(vendors[0]?.headers).toMatchObject([
      {
        asOf: { text: "24 hours ago" },
        decides: ["the status"],
        reading: { status: "in_transit", detail: "Arrived at a sorting facility" },
      },
    ]);
    expect(vendors[0]?.scans).toMatchObject([
      {
        message: "Arrived",
        words: [
          { label: "status", word: "in_transit" },
          { label: "detail", word: "arrived_at_facility" },
          { label: "code", word: "AR" },
        ],
        reading: { status: "in_transit", detail: "Arrived at a sorting facility" },
        place: "Reno, NV, US",
        signer: "J DOE",
        receivedAt: { text: "24 hours ago" },
        hidden: null,
      },
    ]);
  });

  it("comes with the reason why the parcel stands as it does", () => {
    expect(inspect([{ vendor: words, substatus: "arrived_at_facility" }]).verdict).toBe(
      "EasyPost says “in_transit”, “arrived_at_facility” and “AR”, which we read as “Arrived at a sorting facility”. It is the latest picture of the parcel, so it counts.",
    );
    const silent = { provider: "push", vendor: { status: null, detail: null, code: null }, scans: [ARRIVED] } as const;
    expect(inspect([{ ...silent, scans: [...silent.scans] }]).verdict).toMatch(
      /^Your shop tells its scans alone, which we read as “On its way”/,
    );
  });

  it("says where a delivery was the shop's own", () => {
    const { verdict } = inspect([
      { asOf: instant("2026-03-01T10:00:00Z"), status: "return_to_sender", substatus: "return_to_sender" },
      {
        asOf: instant("2026-03-02T10:00:00Z"),
        status: "delivered",
        substatus: "delivered",
        vendor: { status: "delivered", detail: null, code: null },
      },
    ]);
    expect(verdict).toBe("EasyPost says “delivered”, but the parcel had turned back before: so it was delivered to the shop.");
  });

  it("names the words that nobody knows", () => {
    expect(inspect([{ status: "unknown", substatus: "unknown", notes: [{ field: "status", word: "TELEPORTED" }] }]).notes).toEqual([
      { field: "a status", word: "TELEPORTED" },
    ]);
  });

  it("says why the page does not show a scan", () => {
    const told = { asOf: instant("2026-03-02T10:00:00Z"), scans: [ARRIVED] };
    const twice = inspect([
      { provider: "easypost", ...told },
      { provider: "shippo", ...told, scans: [aScan({ ...ARRIVED, message: "Arrived there" })] },
    ]);
    const hidden = twice.vendors.flatMap(({ scans }) => scans.map((scan) => scan.hidden));
    expect(hidden.toSorted()).toEqual(["Not shown: another scan tells the same.", null].toSorted());
    const earlier = inspect([told], day("2026-03-10"));
    expect(earlier.vendors[0]?.scans[0]?.hidden).toBe("Not shown: it belongs to an earlier parcel of this number.");
  });
});
