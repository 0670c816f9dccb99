import { randomUUID } from "node:crypto";
import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { type Clock, epochMsOf } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { CONCURRENCY, tasksOf } from "./concurrency.ts";
import type { JobRunner, ReportFailure, TaskHandlers, TaskName } from "./job-queue.ts";
import { LEASE_MS, LOOK_MS, RENEW_MS } from "./lease.ts";
import { renewLeases, type TakenJob, takeDueJobs } from "./sqlite-jobs-table.ts";
import { type EndedJob, settleJobs, workOn } from "./sqlite-work.ts";

export interface RunnerContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  handlers: TaskHandlers;
  report: ReportFailure;
}

export interface SqliteRunner extends JobRunner {
  /** There may be something to do. */
  wake(): void;
}

/**
 * Works in turns of one transaction each, which settles what ended since the last one and fills the free places. So the
 * busier it is, the fewer writes there are to a job.
 */
export function startSqliteRunner(context: RunnerContext): SqliteRunner {
  const { db, clock } = context;
  const lockedBy = randomUUID();
  const running = new Set<Promise<void>>();
  const places = new Map(tasksOf(context.handlers).map((task) => [task, CONCURRENCY[task]]));
  const book = (task: TaskName, change: 1 | -1) => places.set(task, (places.get(task) ?? 0) + change);
  let ended: EndedJob[] = [];
  let turns: Promise<void> | null = null;
  let isWanted = false;
  let isStopping = false;

  function wake(): void {
    isWanted = true;
    turns ??= takeTurns();
  }

  async function takeTurns(): Promise<void> {
    while (isWanted) {
      // Whoever wakes us is busy, and pages are to be served between two turns.
      await nextTurnOfTheLoop();
      isWanted = false;
      // Where another process holds the file for too long, all is as it was, and the next look tries again.
      await takeTurn().catch(() => undefined);
    }
    turns = null;
  }

  async function takeTurn(): Promise<void> {
    const settling = ended;
    const taken = await db.kysely.transaction().execute(async (trx) => {
      await settleJobs(trx, context, { lockedBy, ended: settling });
      return isStopping ? [] : takeJobs(trx, { clock, lockedBy, places });
    });
    ended = ended.filter((job) => !settling.includes(job));
    for (const job of taken) start(job);
  }

  function start(job: TakenJob): void {
    book(job.task, -1);
    const work = nextTurnOfTheLoop()
      .then(() => workOn(job, context))
      .then((end) => {
        book(job.task, 1);
        ended = [...ended, end];
        running.delete(work);
        wake();
      });
    running.add(work);
  }

  const looking = setInterval(wake, LOOK_MS);
  const renewing = setInterval(() => {
    if (running.size > 0) renewLeases(db.kysely, lockedBy, epochMsOf(clock.now()) + LEASE_MS).catch(() => undefined);
  }, RENEW_MS);
  wake();

  return {
    wake,
    async stop() {
      isStopping = true;
      clearInterval(looking);
      while (running.size > 0 || turns) await Promise.all([...running, turns]);
      clearInterval(renewing);
    },
  };
}

/** Takes due jobs of every task, as many of each as there is room for. */
async function takeJobs(
  trx: Queryable,
  { clock, lockedBy, places }: { clock: Clock; lockedBy: string; places: ReadonlyMap<TaskName, number> },
): Promise<TakenJob[]> {
  const now = epochMsOf(clock.now());
  const taken: TakenJob[] = [];
  for (const [task, limit] of places) {
    if (limit > 0) taken.push(...(await takeDueJobs(trx, { tasks: [task], limit, now, lockedBy, leaseEndsAt: now + LEASE_MS })));
  }
  return taken;
}
