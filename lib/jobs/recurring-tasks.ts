import { MINUTE_MS } from "#lib/shared/clock.ts";
import type { TaskName } from "./job-queue.ts";

export interface RecurringTask {
  task: TaskName & ("find_due_trackers" | "prune" | "check_domains" | "check_senders" | "count");
  everyMinutes: number;
  /** Counted from midnight UTC. */
  atMinute: number;
}

/** What comes round by itself, in one process at a time. */
export const RECURRING_TASKS: readonly RecurringTask[] = [
  { task: "find_due_trackers", everyMinutes: 1, atMinute: 0 },
  { task: "check_domains", everyMinutes: 60, atMinute: 23 },
  { task: "check_senders", everyMinutes: 60, atMinute: 41 },
  { task: "count", everyMinutes: 5, atMinute: 2 },
  { task: "prune", everyMinutes: 24 * 60, atMinute: 3 * 60 + 17 },
];

/** Epoch milliseconds of its first turn after `nowMs`. */
export function nextTurnMs({ everyMinutes, atMinute }: RecurringTask, nowMs: number): number {
  const periodMs = everyMinutes * MINUTE_MS;
  const offsetMs = (atMinute % everyMinutes) * MINUTE_MS;
  return Math.floor((nowMs - offsetMs) / periodMs + 1) * periodMs + offsetMs;
}

/** Whether this minute of the day, in UTC, is one of its turns. */
export function isItsTurn({ everyMinutes, atMinute }: RecurringTask, minuteOfDay: number): boolean {
  return (minuteOfDay - atMinute) % everyMinutes === 0;
}

/** The key of the one job that comes round. */
export const recurringKey = ({ task }: RecurringTask) => `every ${task}`;
