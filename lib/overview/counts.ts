import type { CountRow, Metric } from "#lib/db/queries/counts.ts";
import type { Instant } from "#lib/shared/clock.ts";

/** By metric, then by what is counted of it: a status, or a day. */
export type Counts = ReadonlyMap<Metric, ReadonlyMap<string, number>>;

/** Counts with the moment they were right. */
export interface CountedBooks {
  countedAt: Instant;
  counts: Counts;
}

export function countsOf(rows: Iterable<CountRow>): Counts {
  const counts = new Map<Metric, Map<string, number>>();
  for (const { metric, key, count } of rows) {
    const tally = counts.get(metric) ?? new Map<string, number>();
    counts.set(metric, tally.set(key, (tally.get(key) ?? 0) + count));
  }
  return counts;
}

export function rowsOf(counts: Counts): CountRow[] {
  return [...counts].flatMap(([metric, tally]) => [...tally].map(([key, count]) => ({ metric, key, count })));
}

export const countOf = (counts: Counts, metric: Metric, key: string): number => counts.get(metric)?.get(key) ?? 0;
