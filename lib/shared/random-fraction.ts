import type { RandomBytes } from "./ids.ts";

/** From 0 up to, but not including, 1. */
export function randomFraction(random: RandomBytes): number {
  const [high = 0, low = 0] = random(2);
  return (high * 256 + low) / 65_536;
}
