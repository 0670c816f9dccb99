import { keepNewest } from "./keep-newest.ts";
import { mergeScans } from "./merge-scans.ts";
import { scanKey } from "./scan-key.ts";
import type { MappingNote, ProviderName, ScanReport, TrackerSnapshot } from "./snapshot.ts";
import { headerOf, mergeHeaders } from "./snapshot-header.ts";
import type { Scan, TrackerFacts } from "./tracker.ts";

export const EMPTY_FACTS: TrackerFacts = { headers: [], scans: [], notes: [] };

/**
 * Adds what a snapshot tells to what is known. Idempotent, commutative and associative: late, repeated and shuffled
 * snapshots give deep-equal facts, and no scan is lost but the oldest beyond a thousand.
 */
export function foldSnapshot(facts: TrackerFacts, snapshot: TrackerSnapshot): TrackerFacts {
  return mergeFacts(facts, { headers: [headerOf(snapshot)], scans: scansOf(snapshot), notes: snapshot.notes });
}

/** The join that `foldSnapshot` is made of: facts gathered apart become the facts gathered together. */
export function mergeFacts(a: TrackerFacts, b: TrackerFacts): TrackerFacts {
  const { scans, notes } = keepNewest({ headers: [], scans: mergeScans(a.scans, b.scans), notes: [...a.notes, ...b.notes] });
  return { headers: mergeHeaders(a.headers, b.headers), scans, notes: distinctNotes(notes) };
}

function distinctNotes(notes: readonly MappingNote[]): MappingNote[] {
  const distinct = new Map(notes.map(({ field, word }) => [`${field} ${word}`, { field, word }]));
  return [...distinct.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, note]) => note);
}

const LISTED: Record<ProviderName, "oldest_first" | "newest_first"> = {
  easypost: "oldest_first",
  shippo: "oldest_first",
  shipengine: "newest_first",
  shipment_notify: "oldest_first",
  push: "oldest_first",
};

function scansOf({ provider, scans }: TrackerSnapshot): Scan[] {
  const asListed = LISTED[provider] === "oldest_first" ? scans : scans.toReversed();
  let before: Scan | null = null;
  return asListed.map((report) => {
    const scan: Scan = { ...report, key: scanKey(report), provider };
    if (before !== null && before.key !== scan.key && (isDoubtful(before) || isDoubtful(scan))) scan.listedAfter = [before.key];
    if (isOnAClock(scan)) before = scan;
    return scan;
  });
}

function isDoubtful({ time }: ScanReport): boolean {
  return time.kind === "local" && time.settled !== null;
}

function isOnAClock({ time }: ScanReport): boolean {
  return time.kind === "instant" || (time.kind === "local" && time.zone !== null);
}
