import { epochMsOf, type Instant } from "#lib/shared/clock.ts";
import type { EventTime } from "./event-time.ts";
import type { Place } from "./place.ts";
import { plainWords, scanWords } from "./scan-words.ts";
import { PROVIDERS, type ProviderName } from "./snapshot.ts";
import type { Status } from "./status.ts";
import type { Scan } from "./tracker.ts";

/**
 * What a shopper should read: each event once. Hides a poorer repeat by the same provider (the same scan before its place
 * or detail was known), and what another provider tells of an event the preferred one tells too. The facts keep all.
 */
export function tellOnce(scans: readonly Scan[], preferred: ProviderName | null): Scan[] {
  const whole = scans.filter((scan) => !scans.some((other) => isPoorerRepeat(scan, other)));
  const tellers = [...PROVIDERS].sort((a, b) => Number(b === preferred) - Number(a === preferred));
  const told: Scan[] = [];
  for (const teller of tellers) {
    const own = whole.filter((scan) => scan.provider === teller).sort((a, b) => (a.key < b.key ? -1 : 1));
    told.push(...withoutTold(own, told));
  }
  return told;
}

/** Pairs one to one, so that two scans of one minute are not swallowed by one; equal substatuses find each other first. */
function withoutTold(scans: readonly Scan[], told: readonly Scan[]): Scan[] {
  const free = new Set(told);
  const pairOff = (rest: readonly Scan[], isPair: (a: Scan, b: Scan) => boolean) =>
    rest.filter((scan) => {
      const twin = [...free].find((other) => isPair(scan, other));
      return twin === undefined || !free.delete(twin);
    });
  const differing = pairOff(scans, (a, b) => a.substatus === b.substatus && isSameEvent(a, b));
  return pairOff(differing, isSameEvent);
}

const GROUP: Record<Status, string> = {
  unknown: "unknown",
  pre_transit: "announced",
  in_transit: "moving",
  out_for_delivery: "moving",
  available_for_pickup: "waiting",
  delivered: "delivered",
  return_to_sender: "returning",
  failure: "ended",
  cancelled: "ended",
  error: "unknown",
};

function isSameEvent(a: Scan, b: Scan): boolean {
  return GROUP[a.status] === GROUP[b.status] && isSameMinute(a.time, b.time) && isCompatible(a.place, b.place);
}

function isSameMinute(a: EventTime, b: EventTime): boolean {
  if (a.kind === "day" && b.kind === "day") return a.day === b.day;
  if ((a.kind !== "instant" && a.kind !== "local") || (b.kind !== "instant" && b.kind !== "local")) return false;
  if (a.utc !== null && b.utc !== null && utcMinute(a.utc) === utcMinute(b.utc)) return true;
  const bothCertain = a.kind === "instant" && b.kind === "instant";
  return !bothCertain && a.local.slice(0, 16) === b.local.slice(0, 16);
}

function utcMinute(utc: Instant): number {
  return Math.floor(epochMsOf(utc) / 60_000);
}

/** Places that may be one: nothing known of both says otherwise. Regions are spelled in too many ways to object. */
function isCompatible(a: Place, b: Place): boolean {
  return (["country", "city"] as const).every((part) => {
    const [one, other] = [plainWords(a[part]), plainWords(b[part])];
    return one === null || other === null || one === other;
  });
}

function isPoorerRepeat(poorer: Scan, richer: Scan): boolean {
  if (poorer.key === richer.key || poorer.provider !== richer.provider || GROUP[poorer.status] !== GROUP[richer.status]) return false;
  if (!isSameReading(poorer.time, richer.time)) return false;
  const words = scanWords(richer);
  return scanWords(poorer).every((word, index) => word === null || word === words[index]);
}

/** The same time as given, or the same wall clock that has since got its offset. */
function isSameReading(poorer: EventTime, richer: EventTime): boolean {
  switch (poorer.kind) {
    case "instant":
      return richer.kind === "instant" && epochMsOf(poorer.utc) === epochMsOf(richer.utc);
    case "local":
      return (richer.kind === "local" || richer.kind === "instant") && poorer.local === richer.local;
    case "day":
      return richer.kind === "day" && poorer.day === richer.day;
    case "none":
      return richer.kind === "none";
  }
}
