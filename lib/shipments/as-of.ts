import { compareInstants, type Instant, plusMs } from "#lib/shared/clock.ts";

/** When a source made its picture of something; `""` where it did not say, which is before all else. */
export type AsOf = Instant | "";

export function compareAsOf(a: AsOf, b: AsOf): number {
  if (a === "" || b === "") return Number(a !== "") - Number(b !== "");
  return compareInstants(a, b);
}

/** Whatever was said before, by whichever clock, this is later. */
export function justAfter(stored: AsOf, now: Instant): Instant {
  return stored === "" || compareInstants(stored, now) < 0 ? now : plusMs(stored, 1);
}
