import type { Queryable } from "#lib/db/engine/database.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";

/** Has the trackers that are due looked for at once, instead of in the next round: once for everything that became due meanwhile. */
export async function findDueSoon(trx: Queryable, jobs: Pick<JobQueue, "enqueue">): Promise<void> {
  await jobs.enqueue(trx, { task: "find_due_trackers", payload: {}, key: "find_due_trackers soon" });
}
