import type { TaskHandlers, TaskName } from "./job-queue.ts";

/** How many of each one process runs at once: many of those that wait for the network, few of those that write. */
export const CONCURRENCY: Readonly<Record<TaskName, number>> = {
  process_payload: 4,
  deliver_event: 8,
  check_tracker: 4,
  find_due_trackers: 1,
  prune: 1,
};

export const tasksOf = (handlers: TaskHandlers) => Object.keys(handlers) as TaskName[];
