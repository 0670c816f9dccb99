import type { Books } from "#lib/db/queries/books.ts";
import { lockTrackerRow, updateTracker } from "#lib/db/queries/trackers.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import { type RandomBytes, randomToken, type TrackerId } from "#lib/shared/ids.ts";
import { buildTrackerRecord } from "./build-tracker-record.ts";
import type { TrackerRecord } from "./tracker-record.ts";
import type { ReadContext } from "./verb-context.ts";

/** Gives a parcel another private link; from then on the old one opens the public page. Null for a tracker that is not theirs. */
export async function rotatePrivateLink(
  ctx: ReadContext & { random: RandomBytes },
  { caller, id }: { caller: Books; id: string },
): Promise<TrackerRecord | null> {
  const row = await ctx.db.kysely.transaction().execute(async (trx) => {
    const found = await lockTrackerRow(trx, caller, id as TrackerId);
    if (!found) return undefined;
    const changed = { private_key: randomToken(ctx.random), version: found.version + 1 };
    await updateTracker(trx, { id: found.id, merchantId: found.merchant_id }, changed);
    return { ...found, ...changed };
  });
  return row ? buildTrackerRecord(row, await loadMerchantAddress(ctx, caller.merchantId)) : null;
}
