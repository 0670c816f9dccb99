import { type RawBuilder, sql } from "kysely";
import type { Queryable } from "#lib/db/engine/database.ts";
import { formatInstant, type Instant } from "#lib/shared/clock.ts";
import { MAX_ATTEMPTS } from "./attempts.ts";
import type { JobQueueContext } from "./create-job-queue.ts";
import { startGraphileRunner } from "./graphile-runner.ts";
import { installGraphile, openGraphilePool } from "./graphile-schema.ts";
import type { DeadJob, JobCounts, JobQueue, JobRunner, NewJob } from "./job-queue.ts";

/** graphile-worker in a schema of its own beside ours, so that jobs are part of our transactions. */
export async function createGraphileQueue({ db, clock }: JobQueueContext, databaseUrl: string): Promise<JobQueue> {
  const pool = openGraphilePool(databaseUrl);
  const runners = new Set<JobRunner>();
  try {
    const schema = await installGraphile(db, pool);
    const dead = sql`attempts >= max_attempts and locked_at is null`;
    const jobs = sql.id(schema, "jobs");

    return {
      async enqueue(trx, job) {
        // No row comes back where a runner takes the waiting job with this key in the very same moment: then it is running.
        while (!(await addJob(trx, schema, { ...job, now: clock.now() })));
      },

      async run(handlers, report = () => undefined) {
        const runner = await startGraphileRunner({ pool, schema, handlers, report });
        runners.add(runner);
        return {
          stop() {
            runners.delete(runner);
            return runner.stop();
          },
        };
      },

      async count() {
        const now = clock.now();
        const { rows } = await sql<JobCounts>`
          select
            count(*) filter (where locked_at is not null or (attempts < max_attempts and run_at <= ${now}))::int as ready,
            count(*) filter (where locked_at is null and attempts < max_attempts and run_at > ${now})::int as waiting,
            count(*) filter (where ${dead})::int as dead
          from ${jobs}`.execute(db.kysely);
        return rows[0] ?? { ready: 0, waiting: 0, dead: 0 };
      },

      async listDead(limit) {
        const { rows } = await sql<DeadJobRow>`
          select id::text, task_identifier, payload, jobs.attempts, jobs.last_error, jobs.created_at
          from ${jobs} join ${sql.id(schema, "_private_jobs")} as stored using (id)
          where jobs.attempts >= jobs.max_attempts and jobs.locked_at is null
          order by jobs.id limit ${limit}`.execute(db.kysely);
        return rows.map(readDeadJob);
      },

      async replayDead(ids) {
        const numbers = ids === "all" ? null : ids.filter((id) => /^\d{1,18}$/.test(id));
        const chosen: RawBuilder<unknown> = numbers === null ? sql`true` : sql`id = any(${numbers}::bigint[])`;
        const { rows } = await sql`
          select id from ${sql.id(schema, "reschedule_jobs")}(
            array(select id from ${jobs} where ${dead} and ${chosen}),
            run_at => least(${clock.now()}::timestamptz, now()),
            attempts => 0
          )`.execute(db.kysely);
        await sql`select pg_notify('jobs:insert', '')`.execute(db.kysely);
        return rows.length;
      },

      async close() {
        await Promise.all([...runners].map((runner) => runner.stop()));
        await pool.end();
      },
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Without a time of its own it is due at once, whichever of our clock and PostgreSQL's is behind. */
async function addJob(trx: Queryable, schema: string, { task, payload, key, runAt, now }: NewJob & { now: Instant }): Promise<boolean> {
  const dueAt = runAt === undefined ? sql`least(${now}::timestamptz, now())` : sql`${runAt}::timestamptz`;
  const { rows } = await sql<{ id: string | null }>`
    select id from ${sql.id(schema, "add_job")}(
      ${task},
      payload => ${JSON.stringify(payload)}::json,
      run_at => ${dueAt},
      max_attempts => ${MAX_ATTEMPTS},
      job_key => ${key ?? null}
    )`.execute(trx);
  return typeof rows[0]?.id === "string";
}

interface DeadJobRow {
  id: string;
  task_identifier: string;
  payload: unknown;
  attempts: number;
  last_error: string | null;
  created_at: Date;
}

function readDeadJob({ id, task_identifier, payload, attempts, last_error, created_at }: DeadJobRow): DeadJob {
  return { id, task: task_identifier, payload, attempts, lastError: last_error, createdAt: formatInstant(created_at.getTime()) };
}
