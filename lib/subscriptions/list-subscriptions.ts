import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { listSubscriptionsOfTracker } from "#lib/db/queries/subscriptions.ts";
import { findTrackerRow } from "#lib/db/queries/trackers.ts";
import { isId } from "#lib/shared/ids.ts";
import { buildSubscriptionRecord, type SubscriptionRecord } from "./subscription-record.ts";

/** Who is told of a parcel, or was, oldest first; null for a parcel that is not theirs. */
export async function listSubscriptions(
  ctx: { db: Database },
  { caller, trackerId }: { caller: Books; trackerId: string },
): Promise<SubscriptionRecord[] | null> {
  const db = ctx.db.kysely;
  const tracker = isId("trk", trackerId) ? await findTrackerRow(db, caller, trackerId) : undefined;
  if (!tracker) return null;
  const rows = await listSubscriptionsOfTracker(db, { merchantId: caller.merchantId, trackerId: tracker.id });
  return rows.map(buildSubscriptionRecord);
}
