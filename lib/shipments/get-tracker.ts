import type { Books } from "#lib/db/queries/books.ts";
import { findTrackerRow } from "#lib/db/queries/trackers.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { buildTrackerRecord } from "./build-tracker-record.ts";
import type { TrackerRecord } from "./tracker-record.ts";
import type { ReadContext } from "./verb-context.ts";

/** Null for a deleted tracker, another merchant's, or one of the other mode. */
export async function getTracker(ctx: ReadContext, { caller, id }: { caller: Books; id: string }): Promise<TrackerRecord | null> {
  const row = await findTrackerRow(ctx.db.kysely, caller, id as TrackerId);
  return row ? buildTrackerRecord(row, await loadMerchantAddress(ctx, caller.merchantId)) : null;
}
