import type { PreviousFacts } from "#lib/contracts/tracker-facts.ts";
import type { Queryable } from "#lib/db/engine/database.ts";
import { previousColumn } from "#lib/db/json-columns.ts";
import { insertEvent } from "#lib/db/queries/events.ts";
import type { EventType, TrackersTable } from "#lib/db/schema.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { announce } from "#lib/notifications/announce.ts";
import { newId } from "#lib/shared/ids.ts";
import type { FoldContext } from "./fold-context.ts";

/** Whose books news goes into, when, and who spreads it. */
export interface NewsContext extends FoldContext {
  jobs: Pick<JobQueue, "enqueue">;
}

/** Keeps what happened to a tracker, as it is now, and has the merchant's endpoints told; part of the transaction that changed it. */
export async function recordEvent(
  trx: Queryable,
  ctx: NewsContext,
  { row, type, previous }: { row: TrackersTable; type: EventType; previous: PreviousFacts },
): Promise<void> {
  const event = {
    id: newId("evt", ctx.random),
    merchant_id: row.merchant_id,
    mode: row.mode,
    tracker_id: row.id,
    type,
    // The tracker's own time, which goes forward only.
    created_at: row.updated_at,
    tracker_version: row.version,
    previous: previousColumn.write(previous),
    document: row.document,
  } as const;
  await insertEvent(trx, event);
  await announce(trx, ctx, { event });
}
