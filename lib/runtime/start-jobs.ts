import type { JobRunner, ReportFailure } from "#lib/jobs/job-queue.ts";
import type { Runtime } from "./runtime.ts";
import { createTaskHandlers } from "./task-handlers.ts";

/** Does jobs in this process until stopped, or until the runtime is closed. */
export function startJobs(runtime: Runtime, report: ReportFailure): Promise<JobRunner> {
  return runtime.jobs.run(createTaskHandlers(runtime), report);
}
