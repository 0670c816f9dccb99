import { epochMsOf, formatInstant } from "#lib/shared/clock.ts";
import type { JobQueueContext } from "./create-job-queue.ts";
import type { JobQueue } from "./job-queue.ts";
import { nextTurnMs, RECURRING_TASKS, recurringKey } from "./recurring-tasks.ts";
import { countJobs, createJobsTable, ensureJob, findDeadJobs, insertJob, reviveDeadJobs } from "./sqlite-jobs-table.ts";
import { type SqliteRunner, startSqliteRunner } from "./sqlite-runner.ts";

/** Jobs as rows of a table beside the others, run by the processes that have the file open. */
export async function createSqliteQueue({ db, clock, random }: JobQueueContext): Promise<JobQueue> {
  await createJobsTable(db.kysely);
  const runners = new Set<SqliteRunner>();
  const now = () => epochMsOf(clock.now());

  return {
    async enqueue(trx, { task, payload, key = null, runAt }) {
      const dueAt = runAt === undefined ? now() : epochMsOf(runAt);
      await insertJob(trx, { task, payload: JSON.stringify(payload), key, dueAt, now: now() });
      // Its turn waits for the one connection, and so for the end of this transaction.
      if (dueAt <= now()) for (const runner of runners) runner.wake();
    },

    async run(handlers, report = () => undefined) {
      for (const task of RECURRING_TASKS.filter(({ task }) => handlers[task])) {
        const job = { task: task.task, payload: "{}", key: recurringKey(task), dueAt: nextTurnMs(task, now()), now: now() };
        await db.kysely.transaction().execute((trx) => ensureJob(trx, job));
      }
      const runner = startSqliteRunner({ db, clock, random, handlers, report });
      runners.add(runner);
      return {
        stop() {
          runners.delete(runner);
          return runner.stop();
        },
      };
    },

    count: () => countJobs(db.kysely, now()),

    async listDead(limit) {
      const rows = await findDeadJobs(db.kysely, limit);
      return rows.map(({ id, task, payload, attempts, last_error, created_at }) => ({
        id: String(id),
        task,
        payload: JSON.parse(payload),
        attempts,
        lastError: last_error,
        createdAt: formatInstant(created_at),
      }));
    },

    async replayDead(ids) {
      const numbers = ids === "all" ? ids : ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number);
      const count = await reviveDeadJobs(db.kysely, numbers, now());
      for (const runner of runners) runner.wake();
      return count;
    },

    async close() {
      await Promise.all([...runners].map((runner) => runner.stop()));
    },
  };
}
