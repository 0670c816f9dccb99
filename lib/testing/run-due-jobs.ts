import { randomUUID } from "node:crypto";
import type { Database } from "#lib/db/engine/database.ts";
import { tasksOf } from "#lib/jobs/concurrency.ts";
import type { ReportFailure, TaskHandlers } from "#lib/jobs/job-queue.ts";
import { takeJobs } from "#lib/jobs/sqlite-runner.ts";
import { settleJobs, workOn } from "#lib/jobs/sqlite-work.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";

export interface JobsContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
}

/** Runs what is due by the test's clock, one after the other, until nothing is; answers how many jobs ran. */
export async function runDueJobs(context: JobsContext, handlers: TaskHandlers, report: ReportFailure = () => undefined): Promise<number> {
  const { db } = context;
  const lockedBy = randomUUID();
  for (let count = 0; ; count += 1) {
    const [job] = await db.kysely.transaction().execute(async (trx) => {
      for (const task of tasksOf(handlers)) {
        const taken = await takeJobs(trx, { ...context, lockedBy, tasks: [task], limitOf: () => 1 });
        if (taken.length > 0) return taken;
      }
      return [];
    });
    if (!job) return count;
    const end = await workOn(job, { handlers, report });
    await db.kysely.transaction().execute((trx) => settleJobs(trx, context, { lockedBy, ended: [end] }));
  }
}
