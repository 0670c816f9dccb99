import type { Queryable } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { deleteEventsOf } from "#lib/db/queries/events.ts";
import { deletePayloadsAbout } from "#lib/db/queries/payloads.ts";
import { deleteScans } from "#lib/db/queries/scans.ts";
import { deleteSubscriptionsOfTracker } from "#lib/db/queries/subscriptions.ts";
import { lockTrackerRow, updateTracker } from "#lib/db/queries/trackers.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { newTrackerRow } from "./new-tracker-row.ts";
import { markNumber } from "./number-mark.ts";
import type { NewsContext } from "./record-event.ts";
import { newsContextOf, type WriteContext } from "./verb-context.ts";

/**
 * Takes everything that was told of a parcel away, for everybody and for good; raw payloads that tell of other parcels as well go
 * with the retention. A bare row stays, with a mark for the number, so that late news finds it gone instead of making it anew.
 */
export async function deleteTracker(ctx: WriteContext, { caller, id }: { caller: Books; id: string }): Promise<"deleted" | "not_found"> {
  return ctx.db.kysely.transaction().execute(async (trx) => {
    const row = await lockTrackerRow(trx, caller, id as TrackerId);
    if (!row) return "not_found";
    await deleteLockedTracker(trx, newsContextOf(ctx, caller), row);
    return "deleted";
  });
}

/** The same in the caller's transaction, which has the row locked. */
export async function deleteLockedTracker(trx: Queryable, ctx: NewsContext, row: TrackersTable): Promise<void> {
  const tracker = { id: row.id, merchantId: row.merchant_id };
  await deleteEventsOf(trx, tracker);
  await deleteScans(trx, tracker);
  await deletePayloadsAbout(trx, tracker);
  await deleteSubscriptionsOfTracker(trx, { merchantId: row.merchant_id, trackerId: row.id });
  const { mode, carrier, tracking_number, epoch, fenced_before: fencedBefore, created_at } = row;
  const mark = markNumber(ctx, { merchantId: row.merchant_id, mode, carrier, trackingNumber: tracking_number });
  const blank = newTrackerRow(ctx, { mode, carrier, trackingNumber: mark }, { epoch, fencedBefore, version: row.version + 1 });
  await updateTracker(trx, tracker, { ...blank, id: row.id, created_at, is_watched: 0, deleted_at: blank.updated_at });
}
