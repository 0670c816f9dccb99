import type { Books } from "#lib/db/queries/books.ts";
import { type CountRow, type Metric, SERIES, type Series } from "#lib/db/queries/counts.ts";
import { plusDays } from "#lib/tracking/calendar-day.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import { type Counts, countOf, countsOf, rowsOf } from "./counts.ts";

export const DAYS_SHOWN = 30;

/** Counts every row of a series. */
export type Walk = (series: Series) => Promise<CountRow[]>;

/** What was counted before, and on which day that was. */
export interface FormerCounts {
  on: CalendarDay;
  counts: Counts;
}

type SeriesName = keyof typeof SERIES;

/** What happened on a day: some of it is open and may yet become something else, and the rest came of that. */
interface Flow {
  open: readonly SeriesName[];
  openMetrics: readonly Metric[];
  settled: readonly SeriesName[];
  settledMetrics: readonly Metric[];
}

const FLOWS: readonly Flow[] = [
  { open: [], openMetrics: [], settled: ["registered"], settledMetrics: ["registered"] },
  {
    open: ["received", "invalid"],
    openMetrics: ["in.received", "in.invalid"],
    settled: ["ingested", "ignored"],
    settledMetrics: ["in.ingested", "in.ignored"],
  },
  {
    open: ["pending", "failed"],
    openMetrics: ["out.waiting", "out.retrying", "out.failed"],
    settled: ["accepted"],
    settledMetrics: ["out.at_once", "out.later"],
  },
];

/**
 * Counts a merchant's books of one mode. What is settled is counted again only from the day on that may have changed since: the last
 * one that was counted, or the first whose open ones are not as many as they were.
 */
export async function countBooks(walk: Walk, books: Books, at: { today: CalendarDay; former: FormerCounts | null }): Promise<Counts> {
  const firstDay = plusDays(at.today, 1 - DAYS_SHOWN);
  const walkAll = async (names: readonly SeriesName[], since: CalendarDay) => {
    const rows: CountRow[] = [];
    for (const name of names) rows.push(...(await walk(SERIES[name](books, since))));
    return rows;
  };

  const all = await walkAll(["status", "delivered"], firstDay);
  for (const flow of FLOWS) {
    const open = await walkAll(flow.open, firstDay);
    const since = changedSince(flow, { open: countsOf(open), former: at.former, firstDay });
    all.push(...open, ...(await walkAll(flow.settled, since)), ...unchanged(flow, at.former, { firstDay, since }));
  }
  return countsOf(all);
}

function changedSince(flow: Flow, { open, former, firstDay }: { open: Counts; former: FormerCounts | null; firstDay: CalendarDay }) {
  if (former === null) return firstDay;
  const days = new Set(
    [open, former.counts].flatMap((counts) => flow.openMetrics.flatMap((metric) => [...(counts.get(metric)?.keys() ?? [])])),
  );
  const isChanged = (day: string) => flow.openMetrics.some((metric) => countOf(open, metric, day) !== countOf(former.counts, metric, day));
  const first = [...days].filter(isChanged).concat(former.on).sort()[0] as CalendarDay;
  return first < firstDay ? firstDay : first;
}

/** What was counted before and still holds. */
function unchanged(
  flow: Flow,
  former: FormerCounts | null,
  { firstDay, since }: { firstDay: CalendarDay; since: CalendarDay },
): CountRow[] {
  if (former === null) return [];
  return rowsOf(former.counts).filter(({ metric, key }) => flow.settledMetrics.includes(metric) && key >= firstDay && key < since);
}
