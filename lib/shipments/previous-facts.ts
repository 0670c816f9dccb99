import type { PreviousFacts } from "#lib/contracts/tracker-facts.ts";
import { canonicalText } from "#lib/tracking/stable-digest.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";

const FACTS = [
  "status",
  "substatus",
  "estimatedDelivery",
  "signedBy",
  "weightOz",
  "serviceLevel",
] as const satisfies readonly (keyof Tracker & keyof PreviousFacts)[];

/** Of the facts that merchants are told, those that an update changed, as they were before. */
export function previousFacts(before: Tracker, after: Tracker): PreviousFacts {
  const changed = FACTS.filter((fact) => !isEqual(before[fact], after[fact])).map((fact) => [fact, before[fact]]);
  const hasOtherScans = before.scans.length !== after.scans.length;
  return { ...Object.fromEntries(changed), ...(hasOtherScans && { scanCount: before.scans.length }) };
}

/** A vendor that only touched the date of its picture has told nothing. */
export function isNews(before: Tracker, after: Tracker): boolean {
  return !isEqual({ ...before, newsAt: null }, { ...after, newsAt: null });
}

const isEqual = (a: unknown, b: unknown) => canonicalText(a) === canonicalText(b);
