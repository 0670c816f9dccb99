import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Database } from "#lib/db/engine/database.ts";
import { MAX_ATTEMPTS, pauseAfterMs } from "#lib/jobs/attempts.ts";
import { tasksOf } from "#lib/jobs/concurrency.ts";
import { findGraphileSchema } from "#lib/jobs/graphile-schema.ts";
import type { ReportFailure, TaskHandlers } from "#lib/jobs/job-queue.ts";
import { type TakenJob, takeDueJobs } from "#lib/jobs/sqlite-jobs-table.ts";
import { settleJobs, workOn } from "#lib/jobs/sqlite-work.ts";
import { type Clock, epochMsOf, plusMs } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";

export interface JobsContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
}

/** Takes jobs one at a time, by the test's clock. */
interface Desk {
  take(): Promise<TakenJob | undefined>;
  settle(job: TakenJob, problem: string | null): Promise<void>;
}

/** Runs what is due by the test's clock, one after the other, until nothing is; answers how many jobs ran. */
export async function runDueJobs(context: JobsContext, handlers: TaskHandlers, report: ReportFailure = () => undefined): Promise<number> {
  if (tasksOf(handlers).length === 0) return 0;
  const desk = context.db.engine === "sqlite" ? openSqliteDesk(context, handlers) : await openGraphileDesk(context, handlers);
  for (let count = 0; ; count += 1) {
    const job = await desk.take();
    if (!job) return count;
    const { problem } = await workOn(job, { handlers, report });
    await desk.settle(job, problem);
  }
}

function openSqliteDesk({ db, clock, random }: JobsContext, handlers: TaskHandlers): Desk {
  const lockedBy = randomUUID();
  const transact = db.kysely.transaction();
  return {
    async take() {
      const now = epochMsOf(clock.now());
      const taking = { tasks: tasksOf(handlers), limit: 1, now, lockedBy, leaseEndsAt: now + 60_000 };
      return (await transact.execute((trx) => takeDueJobs(trx, taking)))[0];
    },
    settle: (job, problem) => transact.execute((trx) => settleJobs(trx, { clock, random }, { lockedBy, ended: [{ job, problem }] })),
  };
}

/**
 * graphile-worker goes by PostgreSQL's clock alone, so here a job is taken off the table while it runs, and a failed one
 * is put back: by the library's own functions, but not safe from a kill.
 */
async function openGraphileDesk({ db: { kysely }, clock, random }: JobsContext, handlers: TaskHandlers): Promise<Desk> {
  const schema = await findGraphileSchema(kysely);
  const named = (name: string) => sql.id(schema, name);
  return {
    async take() {
      const due = sql`
        select id from ${named("jobs")}
        where run_at <= ${clock.now()} and attempts < max_attempts and locked_at is null and task_identifier = any(${tasksOf(handlers)})
        order by run_at, id limit 1`;
      const { rows } = await sql<Omit<TakenJob, "payload"> & { payload: unknown }>`
        select taken.id, tasks.identifier as task, payload, key, attempts + 1 as attempts
        from ${named("complete_jobs")}(array(${due})) as taken join ${named("_private_tasks")} as tasks on tasks.id = task_id`.execute(
        kysely,
      );
      return rows[0] && { ...rows[0], payload: JSON.stringify(rows[0].payload) };
    },
    async settle({ task, payload, key, attempts }, problem) {
      if (problem === null) return;
      const waiting = await sql`select 1 from ${named("jobs")} where key = ${key}`.execute(kysely);
      if (waiting.rows.length > 0) return;
      const dueAt = plusMs(clock.now(), pauseAfterMs(attempts, random));
      const { rows } = await sql<{ id: string }>`
        select id from ${named("add_job")}(${task}, payload => ${payload}::json, max_attempts => ${MAX_ATTEMPTS}, job_key => ${key})`.execute(
        kysely,
      );
      const ids = rows.map(({ id }) => id);
      await sql`select ${named("permanently_fail_jobs")}(${ids}::bigint[], ${problem})`.execute(kysely);
      await sql`select ${named("reschedule_jobs")}(${ids}::bigint[], run_at => ${dueAt}::timestamptz, attempts => ${attempts})`.execute(
        kysely,
      );
    },
  };
}
