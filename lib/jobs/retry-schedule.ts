import { type Instant, secondsAfter } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { randomFraction } from "#lib/shared/random-fraction.ts";

const SECOND = 1;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Of what is sent to others, who may be out of order for long: seconds to wait after the first failed attempt, the second, and so on; together about three days. */
export const RETRY_DELAYS: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  1 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  12 * HOUR,
  12 * HOUR,
  24 * HOUR,
];

/** A fifth more at most, so that what failed together does not come back together. */
export const LARGEST_JITTER = 0.2;

/** No receiver puts us off for longer. */
const LONGEST_RETRY_AFTER = 24 * HOUR;

export interface FailedAttempt {
  now: Instant;
  /** How many attempts have failed, this one included. */
  attempts: number;
  /** What the receiver asked for; null where it did not. */
  retryAfterMs: number | null;
}

/** When to try again; null after the last attempt. Whole seconds, so that instants compare as text. */
export function nextAttemptAt({ now, attempts, retryAfterMs }: FailedAttempt, random: RandomBytes): Instant | null {
  const delay = RETRY_DELAYS[attempts - 1];
  if (delay === undefined) return null;
  const jittered = Math.round(delay * (1 + LARGEST_JITTER * randomFraction(random)));
  const wished = Math.min(Math.ceil((retryAfterMs ?? 0) / 1000), LONGEST_RETRY_AFTER);
  return secondsAfter(now, Math.max(jittered, wished));
}
