import type { Job, TaskList } from "graphile-worker";
import { describeFailure } from "./describe-failure.ts";
import type { GraphileContext } from "./graphile-runner.ts";
import type { TaskName } from "./job-queue.ts";

/** Our handlers as the library's tasks. Of what failed it stores, and hands on, only what may be said aloud. */
export function buildTaskList(tasks: readonly TaskName[], { handlers, report, pool, schema }: GraphileContext): TaskList {
  const entries = tasks.map((task) => {
    const handle = handlers[task] as (payload: unknown) => Promise<unknown>;
    const run = async (payload: unknown, { job }: { job: Job }) => {
      try {
        await handle(payload);
      } catch (error) {
        const problem = describeFailure(error);
        report({ id: job.id, task, attempt: job.attempts, isDead: job.attempts >= job.max_attempts, problem });
        if (!(await hasSuccessor(job))) throw new Error(problem);
      }
    };
    return [task, run] as const;
  });

  /** Another came to wait with its key: the library then calls this one's attempts used up, though it is just done with. */
  async function hasSuccessor({ id, attempts, max_attempts, key }: Job): Promise<boolean> {
    if (key === null || attempts >= max_attempts) return false;
    const { rows } = await pool.query(`select 1 from "${schema}".jobs where id = $1 and key is null and attempts >= max_attempts`, [id]);
    return rows.length > 0;
  }

  return Object.fromEntries(entries);
}
