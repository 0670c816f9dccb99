import type { Books } from "#lib/db/queries/books.ts";
import { lockTrackerRow, updateTracker } from "#lib/db/queries/trackers.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { buildTrackerRecord } from "./build-tracker-record.ts";
import type { TrackerRecord } from "./tracker-record.ts";
import { newsContextOf, type WriteContext } from "./verb-context.ts";
import { watchAgain } from "./watch-again.ts";

/** Whether the merchant wants to hear of a tracker. News of one that is not watched is taken in, but nobody is told and no source is asked. */
export async function setWatching(
  ctx: WriteContext,
  { caller, id, isWatched }: { caller: Books; id: string; isWatched: boolean },
): Promise<TrackerRecord | null> {
  const row = await ctx.db.kysely.transaction().execute(async (trx) => {
    const found = await lockTrackerRow(trx, caller, id as TrackerId);
    if (!found || (found.is_watched === 1) === isWatched) return found;
    if (isWatched) return (await watchAgain(trx, newsContextOf(ctx, caller), found)).row;
    const stopped = { is_watched: 0, next_check_at: null } as const;
    await updateTracker(trx, { id: found.id, merchantId: found.merchant_id }, stopped);
    return { ...found, ...stopped };
  });
  return row ? buildTrackerRecord(row, await loadMerchantAddress(ctx, caller.merchantId)) : null;
}
