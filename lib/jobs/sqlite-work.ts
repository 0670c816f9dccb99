import type { Queryable } from "#lib/db/engine/database.ts";
import { type Clock, epochMsOf } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { MAX_ATTEMPTS, pauseAfterMs } from "./attempts.ts";
import { describeFailure } from "./describe-failure.ts";
import type { ReportFailure, TaskHandlers } from "./job-queue.ts";
import { nextTurnMs, RECURRING_TASKS, recurringKey } from "./recurring-tasks.ts";
import { deleteTakenJobs, putOffJob, type TakenJob } from "./sqlite-jobs-table.ts";

export interface EndedJob {
  job: TakenJob;
  /** Null for one that did its work. */
  problem: string | null;
}

/** Runs a job that was taken; never throws. */
export async function workOn(job: TakenJob, { handlers, report }: { handlers: TaskHandlers; report: ReportFailure }): Promise<EndedJob> {
  try {
    if (job.attempts > MAX_ATTEMPTS) return { job, problem: "the process ended each time this job ran" };
    const handle = handlers[job.task] as ((payload: unknown) => Promise<unknown>) | undefined;
    await handle?.(JSON.parse(job.payload));
    return { job, problem: null };
  } catch (error) {
    const problem = describeFailure(error);
    report({ id: String(job.id), task: job.task, attempt: job.attempts, isDead: job.attempts >= MAX_ATTEMPTS, problem });
    return { job, problem };
  }
}

interface Settling {
  lockedBy: string;
  ended: readonly EndedJob[];
}

/** Removes what did its work, puts off what failed, and gives what comes round its next turn. */
export async function settleJobs(
  trx: Queryable,
  { clock, random }: { clock: Clock; random: RandomBytes },
  { lockedBy, ended }: Settling,
): Promise<void> {
  const done: number[] = [];
  for (const { job, problem } of ended) {
    const { attempts } = job;
    const now = epochMsOf(clock.now());
    const recurring = RECURRING_TASKS.find((task) => recurringKey(task) === job.key);
    if (recurring) await putOffJob(trx, { job, lockedBy, dueAt: nextTurnMs(recurring, now), attempts: 0, lastError: problem });
    else if (problem === null) done.push(job.id);
    else if (attempts >= MAX_ATTEMPTS) await putOffJob(trx, { job, lockedBy, dueAt: null, attempts, lastError: problem });
    else await putOffJob(trx, { job, lockedBy, dueAt: now + pauseAfterMs(attempts, random), attempts, lastError: problem });
  }
  await deleteTakenJobs(trx, lockedBy, done);
}
