import { type ParsedCronItem, parseCronItems } from "graphile-worker";
import type { TaskName } from "./job-queue.ts";
import { isItsTurn, RECURRING_TASKS, recurringKey } from "./recurring-tasks.ts";

/** What comes round among these tasks. Of all runners on one database, only one makes the job of a turn. */
export function buildCronItems(tasks: readonly TaskName[]): ParsedCronItem[] {
  return parseCronItems(
    RECURRING_TASKS.filter(({ task }) => tasks.includes(task)).map((recurring) => ({
      task: recurring.task,
      identifier: recurring.task,
      match: ({ hour, min }) => isItsTurn(recurring, hour * 60 + min),
      options: { jobKey: recurringKey(recurring) },
    })),
  );
}
