import type { RandomBytes } from "#lib/shared/ids.ts";
import { randomFraction } from "#lib/shared/random-fraction.ts";

const SPREAD = 0.15;

/** A factor from 0.85 to 1.15, so that what began together does not come back together. */
export function jitter(random: RandomBytes): number {
  return 1 - SPREAD + randomFraction(random) * 2 * SPREAD;
}
