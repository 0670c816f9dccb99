import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { type CountRow, listCountRows } from "#lib/db/queries/counts.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { plusDays, utcDayOf } from "#lib/tracking/calendar-day.ts";
import { countBooks, DAYS_SHOWN } from "./count-books.ts";
import { type CountedBooks, countsOf } from "./counts.ts";
import { isLarge, walkSeries } from "./walk-series.ts";

/** A small shop's counts are those of this moment; a large one's were made in the background, and null before the first time. */
export async function loadCounts(ctx: { db: Database; clock: Clock }, { caller }: { caller: Books }): Promise<CountedBooks | null> {
  const db = ctx.db.kysely;
  const countedAt = ctx.clock.now();
  const today = utcDayOf(countedAt);
  if (await isLarge(db, caller, plusDays(today, 1 - DAYS_SHOWN))) return loadStoredCounts(ctx, caller);
  return { countedAt, counts: await countBooks((series) => walkSeries(db, series), caller, { today, former: null }) };
}

export async function loadStoredCounts(ctx: { db: Database }, books: Books): Promise<CountedBooks | null> {
  const rows = await listCountRows(ctx.db.kysely, books);
  const [first] = rows;
  return first ? { countedAt: first.counted_at, counts: countsOf(rows as CountRow[]) } : null;
}
