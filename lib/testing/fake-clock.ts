import { type Clock, type Instant, MINUTE_MS, plusMs } from "#lib/shared/clock.ts";

export interface FakeClock extends Clock {
  /** Moves forward; time never goes back by itself. */
  advanceMinutes(minutes: number): void;
  set(instant: string): void;
}

/** Stands still until told to move. */
export function createFakeClock(start = "2026-03-01T12:00:00Z"): FakeClock {
  let now = start as Instant;
  return {
    now: () => now,
    advanceMinutes: (minutes) => {
      now = plusMs(now, minutes * MINUTE_MS);
    },
    set: (instant) => {
      now = instant as Instant;
    },
  };
}
