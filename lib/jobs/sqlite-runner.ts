import { randomUUID } from "node:crypto";
import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { type Clock, epochMsOf } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { CONCURRENCY, tasksOf } from "./concurrency.ts";
import type { JobRunner, ReportFailure, TaskHandlers, TaskName } from "./job-queue.ts";
import { renewLeases, type TakenJob, takeDueJobs } from "./sqlite-jobs-table.ts";
import { type EndedJob, settleJobs, workOn } from "./sqlite-work.ts";

/** How long a killed process keeps others from its jobs. */
const LEASE_MS = 15_000;
const RENEW_MS = 3_000;
/** Other processes' jobs, and those whose time comes, are noticed by looking. */
const LOOK_MS = 1_000;

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
  const tasks = tasksOf(context.handlers);
  const running = new Set<Promise<void>>();
  const places: Record<TaskName, number> = { ...CONCURRENCY };
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
      return isStopping ? [] : takeJobs(trx, { clock, lockedBy, tasks, limitOf: (task) => places[task] });
    });
    ended = ended.filter((job) => !settling.includes(job));
    for (const job of taken) start(job);
  }

  function start(job: TakenJob): void {
    places[job.task] -= 1;
    const work = nextTurnOfTheLoop()
      .then(() => workOn(job, context))
      .then((end) => {
        places[job.task] += 1;
        ended = [...ended, end];
        running.delete(work);
        wake();
      });
    running.add(work);
  }

  const looking = setInterval(wake, LOOK_MS);
  const renewing = setInterval(() => {
    if (running.size > 0) renewLeases(db.kysely, lockedBy, leaseFrom(clock)).catch(() => undefined);
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

interface Taking {
  clock: Clock;
  lockedBy: string;
  tasks: readonly TaskName[];
  limitOf(task: TaskName): number;
}

/** Takes due jobs of every task, as many of each as there is room for. */
export async function takeJobs(trx: Queryable, { clock, lockedBy, tasks, limitOf }: Taking): Promise<TakenJob[]> {
  const taken: TakenJob[] = [];
  for (const task of tasks) {
    const limit = limitOf(task);
    if (limit === 0) continue;
    taken.push(...(await takeDueJobs(trx, { task, limit, now: epochMsOf(clock.now()), lockedBy, leaseEndsAt: leaseFrom(clock) })));
  }
  return taken;
}

const leaseFrom = (clock: Clock) => epochMsOf(clock.now()) + LEASE_MS;
