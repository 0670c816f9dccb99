import type { TaskHandlers } from "#lib/jobs/job-queue.ts";
import { prune } from "#lib/shipments/prune.ts";
import type { Runtime } from "./runtime.ts";

/** Who does which task. */
export function createTaskHandlers(runtime: Runtime): TaskHandlers {
  return {
    prune: () => prune(runtime),
  };
}
