import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { formatInstant, type Instant } from "#lib/shared/clock.ts";
import type { TrackerIdentity } from "#lib/tracking/derive-tracker.ts";
import type { CalendarDay, EventTime, WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";
import type { ScanReport, TrackerSnapshot } from "#lib/tracking/snapshot.ts";

export const day = (text: string) => text as CalendarDay;
export const instant = (text: string) => text as Instant;

export const anIdentity: TrackerIdentity = {
  carrier: "ups" as CarrierSlug,
  trackingNumber: "1Z999AA10123456784",
  mode: "production",
  epoch: 1,
  fencedBefore: null,
};

/** `2026-03-01T10:00:00-05:00`: a time with the carrier's own offset. */
export function timeWithOffset(text: string): EventTime {
  const [local, offset] = [text.slice(0, 19), text.slice(19)];
  const utc = formatInstant(Date.parse(text));
  return { kind: "instant", utc, local: local as WallClock, zone: offset as ZoneName, zoneSource: "carrier" };
}

/** A wall clock; with `utc` and `zone` where the place told them. */
export function wallClock(local: string, inferred?: { zone: string; utc: string; settled?: "gap" | "overlap" }): EventTime {
  return {
    kind: "local",
    local: local as WallClock,
    utc: inferred === undefined ? null : instant(inferred.utc),
    zone: inferred === undefined ? null : (inferred.zone as ZoneName),
    zoneSource: inferred === undefined ? "unknown" : "city",
    settled: inferred?.settled ?? null,
  };
}

export const wholeDay = (text: string): EventTime => ({ kind: "day", day: day(text), zone: null, zoneSource: "unknown" });
export const noTime: EventTime = { kind: "none" };

export const inPlace = (parts: Partial<Place>): Place => ({ ...NOWHERE, ...parts });

export function aScan(parts: Partial<ScanReport> = {}): ScanReport {
  return {
    status: "in_transit",
    substatus: "in_transit",
    message: "In transit",
    vendor: { status: null, detail: null, code: null },
    time: timeWithOffset("2026-03-02T10:00:00-05:00"),
    place: NOWHERE,
    signer: null,
    proofOfDeliveryUrl: null,
    ...parts,
  };
}

export function aSnapshot(parts: Partial<TrackerSnapshot> = {}): TrackerSnapshot {
  return {
    provider: "easypost",
    mode: "production",
    carrier: "ups" as CarrierSlug,
    trackingNumber: "1Z999AA10123456784",
    asOf: instant("2026-03-02T15:30:00Z"),
    status: "in_transit",
    substatus: "in_transit",
    vendor: { status: "in_transit", detail: null, code: null },
    isReturn: false,
    estimatedDelivery: null,
    originalEstimatedDelivery: null,
    serviceLevel: null,
    origin: null,
    destination: null,
    signedBy: null,
    weightOz: null,
    vendorTrackerId: null,
    scans: [],
    order: null,
    notes: [],
    ...parts,
  };
}
