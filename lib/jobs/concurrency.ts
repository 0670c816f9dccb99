import type { TaskHandlers, TaskName } from "./job-queue.ts";

/** How many of each one process runs at once: many of those that wait for the network, few of those that write. */
export const CONCURRENCY: Readonly<Record<TaskName, number>> = {
  process_payload: 4,
  deliver_event: 24,
  check_tracker: 4,
  find_due_trackers: 1,
  assign_sources: 1,
  prune: 1,
  send_mail: 2,
  send_reset_link: 1,
  check_domains: 1,
  import_parcels: 1,
  erase_shopper: 1,
  send_message: 4,
  check_senders: 1,
  count: 1,
};

/** A receiver that never answers must not keep news from being read. */
const WAITS_FOR_NETWORK: ReadonlySet<TaskName> = new Set<TaskName>([
  "deliver_event",
  "check_tracker",
  "send_mail",
  "send_message",
  "check_domains",
  "check_senders",
]);

export const tasksOf = (handlers: TaskHandlers) => Object.keys(handlers) as TaskName[];

/** For a queue that counts places over all of a runner's tasks: those that wait, apart from those that do not. */
export function groupTasks(handlers: TaskHandlers): { tasks: TaskName[]; places: number }[] {
  const groups = [true, false].map((waits) => tasksOf(handlers).filter((task) => WAITS_FOR_NETWORK.has(task) === waits));
  return groups
    .filter((tasks) => tasks.length > 0)
    .map((tasks) => ({ tasks, places: tasks.reduce((sum, task) => sum + CONCURRENCY[task], 0) }));
}
