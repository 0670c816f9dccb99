import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { claimDueTrackers, listDueSources } from "#lib/db/queries/checks.ts";
import { lockPolledSource, type SourceRef } from "#lib/db/queries/polled-sources.ts";
import { updateSourceRow } from "#lib/db/queries/sources.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { type Clock, formatInstant, MINUTE_MS, plusMs } from "#lib/shared/clock.ts";
import { freeSlots } from "./free-slots.ts";

/** If nothing came of a check by then, somebody else may make it. */
const LEASE_MS = 15 * MINUTE_MS;

export interface FindDueContext {
  db: Database;
  clock: Clock;
  jobs: Pick<JobQueue, "enqueue">;
}

/**
 * Makes jobs of the trackers whose turn has come, source by source, as far apart as each provider allows. Taking them moves their
 * turn, so processes that do this at the same time share them; a source whose circuit is open is passed over.
 */
export async function findDueTrackers(ctx: FindDueContext): Promise<void> {
  for (const source of await listDueSources(ctx.db.kysely, ctx.clock.now())) {
    await ctx.db.kysely.transaction().execute((trx) => handOut(trx, ctx, source));
  }
}

async function handOut(trx: Queryable, ctx: FindDueContext, ref: SourceRef): Promise<void> {
  const source = await lockPolledSource(trx, ref);
  const now = ctx.clock.now();
  const slots = source ? freeSlots(source, now) : null;
  if (slots === null || slots.count === 0) return;

  const leaseUntil = plusMs(now, LEASE_MS);
  const trackers = await claimDueTrackers(trx, ref, { now, leaseUntil, limit: slots.count });
  if (trackers.length === 0) return;
  const slotAt = (number: number) => formatInstant(slots.firstMs + number * slots.intervalMs);
  await updateSourceRow(trx, ref, { busy_until: slotAt(trackers.length) });
  for (const [number, { id: trackerId }] of trackers.entries()) {
    await ctx.jobs.enqueue(trx, {
      task: "check_tracker",
      payload: { merchantId: ref.merchantId, trackerId },
      key: `check_tracker ${trackerId}`,
      runAt: slotAt(number),
    });
  }
}
