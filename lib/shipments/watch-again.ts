import type { Queryable } from "#lib/db/engine/database.ts";
import { findPolledSource } from "#lib/db/queries/polled-sources.ts";
import { updateTracker } from "#lib/db/queries/trackers.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import { nextCheckAt } from "#lib/sources/check-schedule.ts";
import { watchTracker } from "#lib/sources/watch-tracker.ts";
import type { NewsContext } from "./record-event.ts";

/** The merchant wants to hear of a tracker again; its row has been locked. Its source may be gone by now, or there is one at last. */
export async function watchAgain(trx: Queryable, ctx: NewsContext, row: TrackersTable): Promise<{ row: TrackersTable; advice: string[] }> {
  const { id, merchant_id: merchantId, mode, carrier, source_id: sourceId } = row;
  const watched = { ...row, is_watched: 1 } as const;
  const source = sourceId && (await findPolledSource(trx, { id: sourceId, merchantId }));
  const turn = source ? { next_check_at: nextCheckAt(watched, ctx.now, ctx.random) } : {};
  await updateTracker(trx, { id, merchantId }, { is_watched: 1, ...turn });
  const { advice } = source ? { advice: [] } : await watchTracker(trx, ctx, { merchantId, mode, trackerId: id, carrier });
  return { row: watched, advice };
}
