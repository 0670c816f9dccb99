import type { EventTime } from "./event-time.ts";
import type { MappingNote } from "./snapshot.ts";
import type { Scan, TrackerFacts } from "./tracker.ts";

/** Far more than any parcel has; each costs every later reading and folding. */
export const MOST_SCANS = 1000;

const LEFT_OUT: MappingNote = { field: "scans", word: `more than ${MOST_SCANS}: the oldest are left out` };

/** Lets go of the oldest scans where there are too many, by an order of their own, so that no order of arrival can matter. */
export function keepNewest(facts: TrackerFacts): TrackerFacts {
  if (facts.scans.length <= MOST_SCANS) return facts;
  const newest = facts.scans.toSorted((a, b) => compareTexts(ageOf(b), ageOf(a))).slice(0, MOST_SCANS);
  const isNoted = facts.notes.some(({ field, word }) => field === LEFT_OUT.field && word === LEFT_OUT.word);
  return {
    ...facts,
    scans: newest.sort((a, b) => compareTexts(a.key, b.key)),
    notes: isNoted ? facts.notes : [...facts.notes, LEFT_OUT],
  };
}

const compareTexts = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
const ageOf = ({ time, key }: Scan) => `${asGiven(time)} ${key}`;

function asGiven(time: EventTime): string {
  switch (time.kind) {
    case "instant":
      return time.utc;
    case "local":
      return time.local;
    case "day":
      return time.day;
    case "none":
      return "";
  }
}
