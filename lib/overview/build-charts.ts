import type { Metric } from "#lib/db/queries/counts.ts";
import { plusDays, utcDayOf } from "#lib/tracking/calendar-day.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import { STATUSES, type Status } from "#lib/tracking/status.ts";
import { DAYS_SHOWN } from "./count-books.ts";
import { type CountedBooks, countOf } from "./counts.ts";

interface Day {
  on: CalendarDay;
}

/** What the console draws of a merchant's counts; days go from the oldest to the one of the count. */
export interface Charts {
  /** Those there are any of. */
  statuses: { status: Status; count: number }[];
  parcels: (Day & { registered: number; delivered: number })[];
  received: (Day & { read: number; ignored: number; unread: number })[];
  sent: (Day & { atOnce: number; later: number; underWay: number; failed: number })[];
  /** Of what was tried that day, how much was accepted at the first attempt; null where nothing was tried. */
  acceptance: (Day & { share: number | null })[];
  acceptanceInAll: number | null;
}

export function buildCharts({ countedAt, counts }: CountedBooks): Charts {
  const today = utcDayOf(countedAt);
  const days = Array.from({ length: DAYS_SHOWN }, (_, index) => plusDays(today, 1 - DAYS_SHOWN + index));
  const of = (on: CalendarDay, ...metrics: Metric[]) => metrics.reduce((sum, metric) => sum + countOf(counts, metric, on), 0);
  const tries = days.map((on) => ({ on, atOnce: of(on, "out.at_once"), all: of(on, ...TRIED) }));
  return {
    statuses: STATUSES.map((status) => ({ status, count: countOf(counts, "status", status) })).filter(({ count }) => count > 0),
    parcels: days.map((on) => ({ on, registered: of(on, "registered"), delivered: of(on, "delivered") })),
    received: days.map((on) => ({
      on,
      read: of(on, "in.ingested"),
      ignored: of(on, "in.ignored"),
      unread: of(on, "in.invalid", "in.received"),
    })),
    sent: days.map((on) => ({
      on,
      atOnce: of(on, "out.at_once"),
      later: of(on, "out.later"),
      underWay: of(on, "out.waiting", "out.retrying"),
      failed: of(on, "out.failed"),
    })),
    acceptance: tries.map(({ on, atOnce, all }) => ({ on, share: shareOf(atOnce, all) })),
    acceptanceInAll: shareOf(
      tries.reduce((sum, { atOnce }) => sum + atOnce, 0),
      tries.reduce((sum, { all }) => sum + all, 0),
    ),
  };
}

/** Whatever has been sent at least once. */
const TRIED: readonly Metric[] = ["out.at_once", "out.later", "out.retrying", "out.failed"];

const shareOf = (some: number, all: number) => (all === 0 ? null : some / all);
