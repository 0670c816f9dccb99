import { storableText } from "#lib/db/engine/storable-text.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { lockTrackerRow, updateTracker } from "#lib/db/queries/trackers.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { buildTrackerRecord } from "./build-tracker-record.ts";
import type { TrackerRecord } from "./tracker-record.ts";
import type { ReadContext } from "./verb-context.ts";

/** What the merchant wants to find again on a tracker; no news to anybody. Null for a tracker that is not theirs. */
export async function setMetadata(
  ctx: ReadContext,
  { caller, id, metadata }: { caller: Books; id: string; metadata: string | null },
): Promise<TrackerRecord | null> {
  const row = await ctx.db.kysely.transaction().execute(async (trx) => {
    const found = await lockTrackerRow(trx, caller, id as TrackerId);
    if (!found) return undefined;
    const changed = { metadata: metadata === null ? null : storableText(metadata) };
    await updateTracker(trx, { id: found.id, merchantId: found.merchant_id }, changed);
    return { ...found, ...changed };
  });
  return row ? buildTrackerRecord(row, await loadMerchantAddress(ctx, caller.merchantId)) : null;
}
