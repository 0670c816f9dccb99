import type { RandomBytes } from "#lib/shared/ids.ts";

const SPREAD = 0.15;

/** A factor from 0.85 to 1.15, so that what began together does not come back together. */
export function jitter(random: RandomBytes): number {
  const [high = 0, low = 0] = random(2);
  return 1 - SPREAD + ((high * 256 + low) / 65_535) * 2 * SPREAD;
}
