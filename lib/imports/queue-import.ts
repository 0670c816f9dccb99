import type { Queryable } from "#lib/db/engine/database.ts";
import type { JobQueue, TaskPayloads } from "#lib/jobs/job-queue.ts";

/** Has an import gone on with; asked twice, it is one job. */
export async function queueImport(
  { jobs }: { jobs: Pick<JobQueue, "enqueue"> },
  db: Queryable,
  payload: TaskPayloads["import_parcels"],
): Promise<void> {
  await jobs.enqueue(db, { task: "import_parcels", payload, key: `import ${payload.importId}` });
}
