import type { Database, Queryable } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { listTrackersToAssign } from "#lib/db/queries/checks.ts";
import { findPolledSource } from "#lib/db/queries/polled-sources.ts";
import type { JobQueue, TaskPayloads } from "#lib/jobs/job-queue.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { RandomBytes, SourceId } from "#lib/shared/ids.ts";
import { watchTracker } from "./watch-tracker.ts";

const BATCH = 100;

export interface AssignContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

/** A source has come: trackers that nobody is asked about get one. */
export function findSourcesForOrphans(trx: Queryable, jobs: AssignContext["jobs"], { merchantId, mode }: Books): Promise<void> {
  return jobs.enqueue(trx, { task: "assign_sources", payload: { merchantId, mode, sourceId: null, afterId: "" } });
}

/** A source is asked no more: its trackers get another, if there is one. */
export function findSourcesAfter(
  trx: Queryable,
  jobs: AssignContext["jobs"],
  { merchantId, mode, id }: Books & { id: SourceId },
): Promise<void> {
  return jobs.enqueue(trx, { task: "assign_sources", payload: { merchantId, mode, sourceId: id, afterId: "" } });
}

/** Chooses sources for a few trackers, and leaves the others to the next job, so that nobody waits for all of a merchant's parcels. */
export async function assignSources(ctx: AssignContext, payload: TaskPayloads["assign_sources"]): Promise<void> {
  const { merchantId, mode, sourceId, afterId } = payload;
  await ctx.db.kysely.transaction().execute(async (trx) => {
    // It came back meanwhile, and keeps what is still its own.
    if (sourceId !== null && (await findPolledSource(trx, { id: sourceId, merchantId }))) {
      return findSourcesForOrphans(trx, ctx.jobs, { merchantId, mode });
    }
    const trackers = await listTrackersToAssign(trx, { merchantId, mode }, { sourceId, afterId, limit: BATCH });
    const now = ctx.clock.now();
    for (const { id, carrier } of trackers) {
      // Whoever adds a first source wants to see it work; the rest of a million must not stand before tomorrow's parcels.
      await watchTracker(trx, { ...ctx, now }, { merchantId, mode, trackerId: id, carrier, inItsTurn: afterId !== "" });
    }
    const last = trackers.at(-1);
    if (trackers.length < BATCH || last === undefined) return;
    await ctx.jobs.enqueue(trx, { task: "assign_sources", payload: { ...payload, afterId: last.id } });
  });
}
