import { epochMsOf, formatInstant, type Instant } from "#lib/shared/clock.ts";
import { utcMidnightMs } from "./calendar-day.ts";
import type { EventTime } from "./event-time.ts";
import { journeyRank } from "./journey-rank.ts";
import { PROVIDERS, type ScanReport, type TrackerSnapshot } from "./snapshot.ts";
import { stableDigest } from "./stable-digest.ts";
import type { SnapshotHeader } from "./tracker.ts";
import { wallClockMs } from "./zoned-time.ts";

export function headerOf(snapshot: TrackerSnapshot): SnapshotHeader {
  const { mode, carrier, trackingNumber, scans, order, notes, ...words } = snapshot;
  const wordWasUnread = notes.some((note) => note.field === "status");
  const header = {
    ...words,
    newestScanAt: newestScanAt(scans),
    scanCount: scans.length,
    hasNews: words.status !== "unknown" || scans.length > 0 || wordWasUnread,
  };
  return { ...header, digest: stableDigest(header) };
}

/**
 * Oldest first: by the vendor's own date, or its newest scan's where it gives none; then newest scan, then the provider
 * with scans of its own over `shipment_notify`, then more scans, then further along, then digest.
 */
export function compareHeaders(a: SnapshotHeader, b: SnapshotHeader): number {
  return (
    byNumber(msOf(a.asOf ?? a.newestScanAt), msOf(b.asOf ?? b.newestScanAt)) ||
    byNumber(msOf(a.newestScanAt), msOf(b.newestScanAt)) ||
    Number(b.provider === "shipment_notify") - Number(a.provider === "shipment_notify") ||
    a.scanCount - b.scanCount ||
    journeyRank(a.status) - journeyRank(b.status) ||
    (a.digest < b.digest ? -1 : Number(a.digest > b.digest))
  );
}

function showsReturn(header: SnapshotHeader): boolean {
  return header.isReturn || isReturnWord(header);
}

/** `refused` or `not_collected` while in transit is an attempt; only these words say that it turned around. */
export function isReturnWord({ status, substatus }: Pick<ScanReport, "status" | "substatus">): boolean {
  return status === "return_to_sender" || substatus === "return_to_sender" || substatus === "returned";
}

type Choice = { take: "latest" | "earliest"; among: (header: SnapshotHeader) => boolean };

/** Each thing that is ever asked of the headers, and nothing else: `deriveTracker` reads by these, `keepHeaders` keeps by these. */
export const HEADER_CHOICES = {
  latestWithNews: { take: "latest", among: (header) => header.hasNews },
  latest: { take: "latest", among: () => true },
  firstReturn: { take: "earliest", among: showsReturn },
  latestPromise: { take: "latest", among: (header) => header.estimatedDelivery !== null },
  firstPromise: { take: "earliest", among: (header) => header.estimatedDelivery !== null },
  firstStatedOriginal: { take: "earliest", among: (header) => header.originalEstimatedDelivery !== null },
  serviceLevel: { take: "latest", among: (header) => header.serviceLevel !== null },
  origin: { take: "latest", among: (header) => header.origin !== null },
  destination: { take: "latest", among: (header) => header.destination !== null },
  signedBy: { take: "latest", among: (header) => header.signedBy !== null },
  weightOz: { take: "latest", among: (header) => header.weightOz !== null },
} as const satisfies Record<string, Choice>;

const LATEST_OF_EACH_PROVIDER: readonly Choice[] = PROVIDERS.map((provider) => ({
  take: "latest",
  among: (header) => header.provider === provider,
}));

/** `headers` oldest first. */
export function chooseHeader(headers: readonly SnapshotHeader[], choice: Choice): SnapshotHeader | null {
  return (choice.take === "latest" ? headers.findLast(choice.among) : headers.find(choice.among)) ?? null;
}

/**
 * Unites two sets of headers and keeps the best for each question. Since the best of a union is the best of the
 * bests, nothing that was dropped could ever have mattered, whatever came first. Oldest first.
 */
export function mergeHeaders(a: readonly SnapshotHeader[], b: readonly SnapshotHeader[]): SnapshotHeader[] {
  const distinct = new Map([...a, ...b].map((header) => [header.digest, header]));
  const sorted = [...distinct.values()].sort(compareHeaders);
  const choices: Choice[] = [...Object.values(HEADER_CHOICES), ...LATEST_OF_EACH_PROVIDER];
  const kept = new Set(choices.map((choice) => chooseHeader(sorted, choice)));
  return sorted.filter((header) => kept.has(header));
}

function newestScanAt(scans: readonly ScanReport[]): Instant | null {
  const known = scans.map((scan) => yardstickMs(scan.time)).filter((ms) => ms !== null);
  return known.length === 0 ? null : formatInstant(Math.max(...known));
}

/** A moment to compare by, read as UTC where its zone is unknown; never to be shown as a time. */
export function yardstickMs(time: EventTime): number | null {
  switch (time.kind) {
    case "instant":
      return epochMsOf(time.utc);
    case "local":
      return time.utc === null ? wallClockMs(time.local) : epochMsOf(time.utc);
    case "day":
      return utcMidnightMs(time.day);
    case "none":
      return null;
  }
}

function msOf(instant: Instant | null): number {
  return instant === null ? Number.NEGATIVE_INFINITY : epochMsOf(instant);
}

function byNumber(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
