import type { Queryable } from "#lib/db/engine/database.ts";
import type { MessageRef } from "#lib/db/queries/messages.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Instant } from "#lib/shared/clock.ts";

/** Has a message looked at when it is due. Part of the caller's transaction; asked again for the same message, it is one job. */
export function queueMessage(
  db: Queryable,
  { jobs }: { jobs: Pick<JobQueue, "enqueue"> },
  { id, merchantId }: MessageRef,
  dueAt: Instant,
): Promise<void> {
  return jobs.enqueue(db, { task: "send_message", payload: { merchantId, messageId: id }, key: id, runAt: dueAt });
}
