import type { Queryable } from "#lib/db/engine/database.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { freeSlots, type SourceToAsk } from "./free-slots.ts";

/**
 * Has the trackers that are due looked for at once, unless their source has no room before the next round anyway. The job has no
 * key: one key for everybody would have all who register parcels wait for each other, and in a ring where they tell of several.
 */
export async function findDueSoon(
  trx: Queryable,
  { jobs, now }: { jobs: Pick<JobQueue, "enqueue">; now: Instant },
  source: SourceToAsk,
): Promise<void> {
  const slots = freeSlots(source, now);
  if (slots !== null && slots.count > 0) await jobs.enqueue(trx, { task: "find_due_trackers", payload: {} });
}
