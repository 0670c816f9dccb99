import type { TaskHandlers } from "#lib/jobs/job-queue.ts";
import type { Runtime } from "./runtime.ts";

/** Who does which task. */
export function createTaskHandlers(_runtime: Runtime): TaskHandlers {
  return {};
}
