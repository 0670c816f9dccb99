import { type Clock, epochMsOf, formatInstant, type Instant } from "#lib/shared/clock.ts";

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
      now = formatInstant(epochMsOf(now) + minutes * 60_000);
    },
    set: (instant) => {
      now = instant as Instant;
    },
  };
}
