import { EventEmitter } from "node:events";
import { type Runner, run, type WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";
import { groupTasks } from "./concurrency.ts";
import { buildCronItems } from "./graphile-cron.ts";
import { holdLeases, type Leases } from "./graphile-leases.ts";
import { SILENT } from "./graphile-schema.ts";
import { buildTaskList } from "./graphile-tasks.ts";
import type { JobRunner, ReportFailure, TaskHandlers, TaskName } from "./job-queue.ts";
import { keepRunning } from "./keep-running.ts";
import { LOOK_MS } from "./lease.ts";

export interface GraphileContext {
  pool: Pool;
  schema: string;
  handlers: TaskHandlers;
  report: ReportFailure;
}

/** One runner of the library to each group of tasks, kept running whatever happens to its connections. */
export async function startGraphileRunner(context: GraphileContext): Promise<JobRunner> {
  const leases = holdLeases(context);
  const kept: JobRunner[] = [];
  async function stop(): Promise<void> {
    await Promise.all(kept.map((runner) => runner.stop()));
    await leases.release();
  }
  try {
    for (const group of groupTasks(context.handlers)) kept.push(await keepRunning(() => startGroup(context, leases, group)));
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

function startGroup(
  { pool, schema, handlers, report }: GraphileContext,
  leases: Leases,
  { tasks, places }: { tasks: readonly TaskName[]; places: number },
): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:release", ({ workerPool }) => leases.drop(workerPool.id));
  return run({
    pgPool: pool,
    events,
    logger: SILENT,
    noHandleSignals: true,
    taskList: buildTaskList(tasks, { pool, schema, handlers, report }),
    parsedCronItems: buildCronItems(tasks),
    preset: {
      plugins: [leases.plugin],
      worker: {
        schema,
        concurrentJobs: places,
        pollInterval: LOOK_MS,
        // In batches, however small, it tries again what a lost connection kept it from; one by one it would end the process.
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
  });
}
