import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { replaceCountRows } from "#lib/db/queries/counts.ts";
import { listMerchantRows } from "#lib/db/queries/merchants.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { plusDays, utcDayOf } from "#lib/tracking/calendar-day.ts";
import { MODES } from "#lib/tracking/snapshot.ts";
import { countBooks, DAYS_SHOWN } from "./count-books.ts";
import { rowsOf } from "./counts.ts";
import { loadStoredCounts } from "./load-counts.ts";
import { isLarge, walkSeries } from "./walk-series.ts";

export interface CountContext {
  db: Database;
  clock: Clock;
}

/** Counts what the console shows of large shops; small ones are counted when somebody looks. */
export async function count(ctx: CountContext): Promise<void> {
  for (const { id: merchantId } of await listMerchantRows(ctx.db.kysely)) {
    for (const mode of MODES) await countLarge(ctx, { merchantId, mode });
    await nextTurnOfTheLoop();
  }
}

async function countLarge({ db, clock }: CountContext, books: Books): Promise<void> {
  const countedAt = clock.now();
  const today = utcDayOf(countedAt);
  if (!(await isLarge(db.kysely, books, plusDays(today, 1 - DAYS_SHOWN)))) return;
  const stored = await loadStoredCounts({ db }, books);
  const former = stored && { on: utcDayOf(stored.countedAt), counts: stored.counts };
  const counts = await countBooks((series) => walkSeries(db.kysely, series), books, { today, former });
  await db.kysely.transaction().execute((trx) => replaceCountRows(trx, books, { rows: rowsOf(counts), countedAt }));
}
