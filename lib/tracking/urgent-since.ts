import { formatInstant, type Instant } from "#lib/shared/clock.ts";
import { yardstickMs } from "./snapshot-header.ts";
import type { Tracker } from "./tracker.ts";
import { urgencyOf } from "./urgency.ts";

/** Since when somebody must act, as near as the scans tell: a reminder does not begin the wait anew. Null where nobody must. */
export function urgentSince({ substatus, scans, newsAt }: Pick<Tracker, "substatus" | "scans" | "newsAt">): Instant | null {
  const urgency = urgencyOf(substatus);
  if (urgency === 0) return null;
  const before = scans.findIndex((scan) => urgencyOf(scan.substatus) !== urgency);
  const since = scans.slice(0, before < 0 ? undefined : before).flatMap(({ time }) => yardstickMs(time) ?? []);
  return since.length > 0 ? formatInstant(Math.min(...since)) : newsAt;
}
