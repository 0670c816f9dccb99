import { describe, expect, it } from "vitest";
import { findCarrier } from "#lib/carriers/catalog.ts";
import { providers } from "#lib/providers/registry.ts";
import { createStage } from "#lib/providers/test-numbers/stage.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import { EMPTY_FACTS, foldSnapshot } from "#lib/tracking/fold-snapshot.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { isActionRequired, SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";
import { DEMO_BRANDS } from "./demo-brands.ts";
import { DEMO_PARCELS } from "./demo-parcels.ts";

const now = "2026-03-12T18:40:00Z" as Instant;

const told = DEMO_PARCELS.flatMap((parcel) =>
  parcel.payloads(createStage(now)).map((payload) => {
    const reading = providers[parcel.provider].read(payload, { mode: parcel.mode });
    const snapshots = reading.kind === "snapshots" ? reading.snapshots : [];
    const snapshot = snapshots.find(({ trackingNumber }) => trackingNumber === parcel.trackingNumber);
    return { parcel, reading, snapshot };
  }),
);

const trackers = DEMO_PARCELS.map((parcel) => {
  const facts = told
    .filter((entry) => entry.parcel === parcel)
    .reduce((known, { snapshot }) => (snapshot ? foldSnapshot(known, snapshot) : known), EMPTY_FACTS);
  const carrier = findCarrier(parcel.carrier);
  if (!carrier) throw new Error(`no carrier ${parcel.carrier}`);
  return {
    parcel,
    tracker: deriveTracker(facts, {
      carrier: carrier.slug,
      trackingNumber: parcel.trackingNumber,
      mode: parcel.mode,
      epoch: 1,
      fencedBefore: null,
    }),
  };
});

describe("the demo", () => {
  it("speaks in words the providers' maps all know", () => {
    const troubles = told.filter(({ reading, snapshot }) => reading.kind !== "snapshots" || !snapshot || snapshot.notes.length > 0);
    expect(
      troubles.map(({ parcel, reading, snapshot }) => [parcel.title, reading.kind === "snapshots" ? snapshot?.notes : reading]),
    ).toEqual([]);
  });

  it("names carrier and mode as the payloads do", () => {
    const wrong = told.filter(({ parcel, snapshot }) => snapshot && (snapshot.carrier !== parcel.carrier || snapshot.mode !== parcel.mode));
    expect(wrong.map(({ parcel }) => parcel.title)).toEqual([]);
  });

  it("shows every status", () => {
    const shown = new Set(trackers.map(({ tracker }) => tracker.status));
    expect(STATUSES.filter((status) => !shown.has(status))).toEqual([]);
  });

  it("shows every substatus that asks somebody to act", () => {
    const shown = new Set<Substatus>(trackers.map(({ tracker }) => tracker.substatus));
    const wanted = (Object.keys(SUBSTATUSES) as Substatus[]).filter(isActionRequired);
    expect(wanted.filter((substatus) => !shown.has(substatus))).toEqual([]);
  });

  it("gives each action the substatus its title promises", () => {
    const wrong = trackers.filter(({ parcel, tracker }) => parcel.group === "When somebody must act" && parcel.title !== tracker.substatus);
    expect(wrong.map(({ parcel, tracker }) => [parcel.title, tracker.substatus])).toEqual([]);
  });

  it("has a journey of forty scans", () => {
    expect(trackers.find(({ parcel }) => parcel.title.startsWith("Forty"))?.tracker.scans).toHaveLength(40);
  });

  it("never dates a scan after now", () => {
    const future = trackers.flatMap(({ parcel, tracker }) =>
      tracker.scans.filter(({ time }) => "utc" in time && time.utc !== null && time.utc > now).map(() => parcel.title),
    );
    expect(future).toEqual([]);
  });

  it("gives every parcel an address of its own and a merchant that exists", () => {
    const addresses = DEMO_PARCELS.map(({ merchant, carrier, trackingNumber, mode }) =>
      [merchant, carrier, trackingNumber, mode].join("/"),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    const slugs = DEMO_BRANDS.map(({ slug }) => slug);
    expect(DEMO_PARCELS.filter(({ merchant }) => !slugs.includes(merchant))).toEqual([]);
  });
});
