import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { calendarDayOf } from "./calendar-day.ts";
import { type CalendarDay, instantOf } from "./event-time.ts";
import { isFinal } from "./is-final.ts";
import { newestFirst } from "./newest-first.ts";
import { settleClockChanges } from "./settle-clock-changes.ts";
import type { Mode } from "./snapshot.ts";
import { chooseHeader, compareHeaders, HEADER_CHOICES, isReturnWord } from "./snapshot-header.ts";
import type { Status } from "./status.ts";
import type { Substatus } from "./substatus.ts";
import { tellOnce } from "./tell-once.ts";
import type { Scan, SnapshotHeader, Tracker, TrackerFacts } from "./tracker.ts";

export interface TrackerIdentity {
  carrier: CarrierSlug;
  trackingNumber: string;
  mode: Mode;
  epoch: number;
  /** Scans of earlier days belong to an earlier parcel of the same number and stay out. */
  fencedBefore: CalendarDay | null;
}

/** Reads the facts: the latest word decides the status, the scans make the timeline. Pure and total. */
export function deriveTracker(facts: TrackerFacts, identity: TrackerIdentity): Tracker {
  const { carrier, trackingNumber, mode, epoch, fencedBefore } = identity;
  const headers = [...facts.headers].sort(compareHeaders);
  const choose = (name: keyof typeof HEADER_CHOICES) => chooseHeader(headers, HEADER_CHOICES[name]);

  const deciding = choose("latestWithNews") ?? choose("latest");
  const ownScans = facts.scans.filter((scan) => isInsideFence(scan, fencedBefore));
  const scans = newestFirst(tellOnce(settleClockChanges(ownScans), deciding?.provider ?? null));
  const cameBack = choose("firstReturn") !== null || ownScans.some(isReturnWord);
  const { status, substatus } = standing(deciding, cameBack);
  const delivery = status === "delivered" ? deliveryScan(scans) : undefined;

  return {
    carrier,
    trackingNumber,
    mode,
    epoch,
    status,
    substatus,
    isFinal: isFinal(status, substatus),
    vendor: { ...(deciding?.vendor ?? { status: null, detail: null, code: null }), provider: deciding?.provider ?? null },
    estimatedDelivery: choose("latestPromise")?.estimatedDelivery ?? null,
    originalEstimatedDelivery:
      choose("firstStatedOriginal")?.originalEstimatedDelivery ?? choose("firstPromise")?.estimatedDelivery ?? null,
    deliveredTime: delivery?.time ?? null,
    serviceLevel: choose("serviceLevel")?.serviceLevel ?? null,
    origin: choose("origin")?.origin ?? null,
    destination: choose("destination")?.destination ?? null,
    signedBy: choose("signedBy")?.signedBy ?? delivery?.signer ?? null,
    weightOz: choose("weightOz")?.weightOz ?? null,
    scans,
    newsAt: deciding?.asOf ?? newestKnownInstant(scans),
  };
}

function isInsideFence(scan: Scan, fencedBefore: CalendarDay | null): boolean {
  const day = calendarDayOf(scan.time);
  return fencedBefore === null || day === null || day >= fencedBefore;
}

/** Vendors call a parcel delivered once it is scanned at the shop it came back to. After any sign of a return, it was returned. */
function standing(deciding: SnapshotHeader | null, cameBack: boolean): { status: Status; substatus: Substatus } {
  if (deciding === null) return { status: "unknown", substatus: "unknown" };
  if (deciding.status === "delivered" && cameBack) return { status: "return_to_sender", substatus: "returned" };
  return { status: deciding.status, substatus: deciding.substatus };
}

/** Papers that follow a delivery carry the word delivered, but not its time. */
const AFTER_THE_FACT: readonly Substatus[] = ["proof_of_delivery", "post_delivery_update"];

function deliveryScan(scans: readonly Scan[]): Scan | undefined {
  const delivered = scans.filter((scan) => scan.status === "delivered");
  return delivered.find((scan) => !AFTER_THE_FACT.includes(scan.substatus)) ?? delivered[0];
}

function newestKnownInstant(scans: readonly Scan[]): Instant | null {
  return scans.map(({ time }) => instantOf(time)).find((utc) => utc !== null) ?? null;
}
