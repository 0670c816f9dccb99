import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Queryable } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { type CountRow, countChunk, findChunkEnd, type Place, SERIES, type Series } from "#lib/db/queries/counts.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";

/** SQLite counts so many in a few milliseconds, and holds up everybody meanwhile. */
const CHUNK = 4000;

/** Counts a series chunk by chunk, and lets others have their turn in between. */
export async function walkSeries(db: Queryable, series: Series): Promise<CountRow[]> {
  const rows: CountRow[] = [];
  for (let after: Place | null = null; ; ) {
    const end: Place | undefined = await findChunkEnd(db, series, after, CHUNK);
    rows.push(...(await countChunk(db, series, after, end)));
    if (end === undefined) return rows;
    after = end;
    await nextTurnOfTheLoop();
  }
}

/** Whatever else there is much of, there is much of one of these. */
const LONGEST = [SERIES.status, SERIES.ingested, SERIES.ignored, SERIES.accepted];

/** Whether counting takes longer than somebody who opens a screen should wait. */
export async function isLarge(db: Queryable, books: Books, since: CalendarDay): Promise<boolean> {
  for (const seriesOf of LONGEST) {
    if (await findChunkEnd(db, seriesOf(books, since), null, CHUNK)) return true;
  }
  return false;
}
