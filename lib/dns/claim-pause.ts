import { DAY_MS, HOUR_MS } from "#lib/shared/clock.ts";

/** Fresh claims are looked at often, for their owner waits; those that nobody completes, less and less, then only when asked. */
const PAUSES = [
  { youngerThanMs: 3 * DAY_MS, everyMs: HOUR_MS },
  { youngerThanMs: 30 * DAY_MS, everyMs: DAY_MS },
] as const;

/** How long to wait before DNS is asked again whether a name is proven; null for ever. */
export function claimPauseMs(ageMs: number): number | null {
  return PAUSES.find(({ youngerThanMs }) => ageMs < youngerThanMs)?.everyMs ?? null;
}
