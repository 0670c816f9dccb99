import type { Queryable } from "#lib/db/engine/database.ts";
import type { JobQueue, TaskPayloads } from "#lib/jobs/job-queue.ts";

/** Has an erasure gone on with; asked twice, it is one job. */
export async function queueErasure(
  db: Queryable,
  { jobs }: { jobs: Pick<JobQueue, "enqueue"> },
  payload: TaskPayloads["erase_shopper"],
): Promise<void> {
  await jobs.enqueue(db, { task: "erase_shopper", payload, key: `erase ${payload.erasureId}` });
}
