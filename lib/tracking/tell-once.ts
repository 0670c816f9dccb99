import { epochMsOf, type Instant } from "#lib/shared/clock.ts";
import type { EventTime, WallClock } from "./event-time.ts";
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
  const whole = withoutPoorerRepeats(scans);
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

/** A scan and what is compared of it, worked out once: a parcel may have thousands. */
interface Told {
  scan: Scan;
  /** Its message first. */
  words: readonly (string | null)[];
}

function withoutPoorerRepeats(scans: readonly Scan[]): Scan[] {
  const told = scans.map((scan): Told => ({ scan, words: scanWords(scan) }));
  const richerAt = Map.groupBy(
    told.flatMap((richer) =>
      readingsRepeatedBy(richer.scan).flatMap((reading) =>
        [null, richer.words[0]].map((message) => ({ at: `${reading} ${message}`, richer })),
      ),
    ),
    ({ at }) => at,
  );
  const isRepeated = (poorer: Told) => {
    const alike = richerAt.get(`${readingOf(poorer.scan)} ${poorer.words[0]}`) ?? [];
    return alike.some(({ richer }) => isPoorer(poorer, richer));
  };
  return told.filter((poorer) => !isRepeated(poorer)).map(({ scan }) => scan);
}

function isPoorer(poorer: Told, richer: Told): boolean {
  return poorer.scan.key !== richer.scan.key && poorer.words.every((word, index) => word === null || word === richer.words[index]);
}

/** Who told what kind of event, and the time as given. */
function readingOf(scan: Scan): string {
  const { time } = scan;
  switch (time.kind) {
    case "instant":
      return `${kindOf(scan)} at ${epochMsOf(time.utc)}`;
    case "local":
      return byTheClock(scan, time.local);
    case "day":
      return `${kindOf(scan)} on ${time.day}`;
    case "none":
      return kindOf(scan);
  }
}

/** The scan's own reading, and that of the same wall clock before it got its offset. */
function readingsRepeatedBy(scan: Scan): string[] {
  return scan.time.kind === "instant" ? [readingOf(scan), byTheClock(scan, scan.time.local)] : [readingOf(scan)];
}

const byTheClock = (scan: Scan, local: WallClock) => `${kindOf(scan)} by the clock at ${local}`;
const kindOf = ({ provider, status }: Scan) => `${provider} ${GROUP[status]}`;
