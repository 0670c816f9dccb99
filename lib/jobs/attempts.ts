import type { RandomBytes } from "#lib/shared/ids.ts";
import { randomFraction } from "#lib/shared/random-fraction.ts";

/** With the pauses below, about four days. */
export const MAX_ATTEMPTS = 25;

/** Before the next attempt, after as many as that: e, e², … seconds up to about six hours, as graphile-worker does, a quarter more or less. */
export function pauseAfterMs(attempts: number, random: RandomBytes): number {
  const jitter = 0.75 + randomFraction(random) / 2;
  return Math.round(1000 * Math.exp(Math.min(10, attempts)) * jitter);
}
