import type { Queryable } from "#lib/db/engine/database.ts";
import { updateTracker } from "#lib/db/queries/trackers.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import { nextCheckAt } from "#lib/sources/check-schedule.ts";
import { watchTracker } from "#lib/sources/watch-tracker.ts";
import { planMessages } from "#lib/subscriptions/plan-messages.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { type Folded, foldIntoTracker, type TrackerChange } from "./fold-into-tracker.ts";
import { isNews, previousFacts } from "./previous-facts.ts";
import { type NewsContext, recordEvent } from "./record-event.ts";

export type { NewsContext };

/**
 * The one way by which news enters, in the caller's transaction: the tracker is folded, its merchant and its shoppers are told if
 * anything changed, and its source is asked when the new state says so. The same news again changes nothing and tells nobody.
 */
export async function takeNews(
  trx: Queryable,
  ctx: NewsContext,
  snapshot: TrackerSnapshot,
): Promise<{ row: TrackersTable; tracker: Tracker; change: TrackerChange }> {
  const folded = await foldIntoTracker(trx, ctx, snapshot);
  const { row, tracker, change } = folded;
  if (change === "created" || change === "updated") {
    await tellMerchant(trx, ctx, folded);
    // Nobody can have asked to hear of a tracker that was not there.
    if (folded.before !== null) await planMessages(trx, ctx, { before: folded.before, after: tracker, row });
    await scheduleCheck(trx, ctx, folded);
  }
  return { row, tracker, change };
}

async function tellMerchant(trx: Queryable, ctx: NewsContext, { row, tracker, before }: Folded): Promise<void> {
  if (row.is_watched === 0) return;
  if (before === null) await recordEvent(trx, ctx, { row, type: "tracker.created", previous: {} });
  else if (isNews(before, tracker)) {
    await recordEvent(trx, ctx, { row, type: "tracker.updated", previous: previousFacts(before, tracker) });
  }
}

async function scheduleCheck(trx: Queryable, ctx: NewsContext, { row, change }: Folded): Promise<void> {
  const { id, merchant_id: merchantId, mode, carrier } = row;
  if (change === "created") {
    await watchTracker(trx, ctx, { merchantId, mode, trackerId: id, carrier });
  } else if (row.source_id !== null) {
    await updateTracker(trx, { id, merchantId }, { next_check_at: nextCheckAt(row, ctx.now, ctx.random) });
  }
}
