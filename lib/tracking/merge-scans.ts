import { type EventTime, ZONE_SOURCES } from "./event-time.ts";
import { canonicalText } from "./stable-digest.ts";
import type { Scan } from "./tracker.ts";

/**
 * Unites two sets of scans. Reports under one key become one scan, each part of it the richer of the two,
 * so that no order of arrival can matter. The answer is sorted by key.
 */
export function mergeScans(a: readonly Scan[], b: readonly Scan[]): Scan[] {
  const byKey = new Map<string, Scan>();
  for (const scan of [...a, ...b]) {
    const known = byKey.get(scan.key);
    byKey.set(scan.key, known === undefined ? scan : mergeReports(known, scan));
  }
  return [...byKey.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Both have the same key, hence the same words and the same time as given; the rest is what we or a vendor made of it. */
function mergeReports(a: Scan, b: Scan): Scan {
  const meaning = richer({ status: a.status, substatus: a.substatus }, { status: b.status, substatus: b.substatus }, filledMeaning);
  const listedAfter = [...new Set([...(a.listedAfter ?? []), ...(b.listedAfter ?? [])])].sort();
  return {
    key: a.key,
    provider: richer(a.provider, b.provider, filledParts),
    ...meaning,
    message: richer(a.message, b.message, filledParts),
    vendor: richer(a.vendor, b.vendor, filledParts),
    time: richer(a.time, b.time, zoneKnowledge),
    place: richer(a.place, b.place, filledParts),
    signer: richer(a.signer, b.signer, filledParts),
    proofOfDeliveryUrl: richer(a.proofOfDeliveryUrl, b.proofOfDeliveryUrl, filledParts),
    ...(listedAfter.length > 0 && { listedAfter }),
  };
}

/** The greater by one total order, which makes merging commutative, associative and idempotent. */
function richer<T>(a: T, b: T, richness: (value: T) => number): T {
  const difference = richness(a) - richness(b);
  if (difference !== 0) return difference > 0 ? a : b;
  return canonicalText(a) >= canonicalText(b) ? a : b;
}

function filledParts(value: unknown): number {
  if (typeof value !== "object") return value === undefined ? 0 : 1;
  return value === null ? 0 : Object.values(value).filter((part) => part !== null).length;
}

function filledMeaning(meaning: Pick<Scan, "status" | "substatus">): number {
  return Number(meaning.status !== "unknown") + Number(meaning.substatus !== "unknown");
}

function zoneKnowledge(time: EventTime): number {
  if (time.kind === "none") return 0;
  const precision = ZONE_SOURCES.length - ZONE_SOURCES.indexOf(time.zoneSource);
  return time.kind === "instant" && time.zone === "UTC" ? 0 : precision;
}
