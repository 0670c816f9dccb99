import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochMsOf, type Instant } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { LARGEST_JITTER, nextAttemptAt, RETRY_DELAYS } from "./retry-schedule.ts";

const HOUR_MS = 3_600_000;
const START = "2026-03-01T12:00:00Z" as Instant;

const always =
  (byte: number): RandomBytes =>
  (count) =>
    new Uint8Array(count).fill(byte);

/** Every time an endpoint that accepts nothing is tried, the first one included. */
function attemptsOf(random: RandomBytes): Instant[] {
  const times = [START];
  for (let now: Instant | null = START; now !== null; ) {
    now = nextAttemptAt({ now, attempts: times.length, retryAfterMs: null }, random);
    if (now !== null) times.push(now);
  }
  return times;
}

const anyRandom = fc.infiniteStream(fc.nat(255)).map(
  (bytes): RandomBytes =>
    (count) =>
      Uint8Array.from({ length: count }, () => bytes.next().value ?? 0),
);

describe("the retries of an event", () => {
  it("take about three days, whatever the dice say", () => {
    fc.assert(
      fc.property(anyRandom, (random) => {
        const times = attemptsOf(random);
        const days = (epochMsOf(times.at(-1) ?? START) - epochMsOf(START)) / (24 * HOUR_MS);
        expect(times).toHaveLength(RETRY_DELAYS.length + 1);
        expect(days).toBeGreaterThan(2.5);
        expect(days).toBeLessThan(4);
      }),
    );
  });

  it("never come early, and at most a fifth late", () => {
    fc.assert(
      fc.property(anyRandom, fc.integer({ min: 1, max: RETRY_DELAYS.length }), (random, attempts) => {
        const at = nextAttemptAt({ now: START, attempts, retryAfterMs: null }, random) ?? START;
        const seconds = (epochMsOf(at) - epochMsOf(START)) / 1000;
        const planned = RETRY_DELAYS[attempts - 1] ?? 0;
        expect(seconds).toBeGreaterThanOrEqual(planned);
        expect(seconds).toBeLessThanOrEqual(planned * (1 + LARGEST_JITTER) + 0.5);
      }),
    );
  });

  it("are planned further and further apart", () => {
    expect([...RETRY_DELAYS].sort((a, b) => a - b)).toEqual(RETRY_DELAYS);
    expect(RETRY_DELAYS[0]).toBe(5);
  });

  it("end after the last one", () => {
    expect(nextAttemptAt({ now: START, attempts: RETRY_DELAYS.length + 1, retryAfterMs: null }, always(0))).toBeNull();
    expect(nextAttemptAt({ now: START, attempts: RETRY_DELAYS.length + 1, retryAfterMs: 60_000 }, always(0))).toBeNull();
  });

  it("do not all come at one moment", () => {
    const at = (byte: number) => nextAttemptAt({ now: START, attempts: 5, retryAfterMs: null }, always(byte));
    expect([at(0), at(128), at(255)]).toEqual(["2026-03-01T12:30:00Z", "2026-03-01T12:33:01Z", "2026-03-01T12:36:00Z"]);
  });

  it.each([
    [1, "the schedule's own delay is longer", "2026-03-01T12:00:05Z"],
    [3600, "the receiver's wish is longer", "2026-03-01T13:00:00Z"],
    [999_999_999, "a wish for years is cut to a day", "2026-03-02T12:00:00Z"],
  ])("wait as long as a receiver wishes (%i s: %s)", (seconds, _, expected) => {
    expect(nextAttemptAt({ now: START, attempts: 1, retryAfterMs: seconds * 1000 }, always(0))).toBe(expected);
  });

  it("come at whole seconds, so that times compare as text", () => {
    const now = "2026-03-01T12:00:00.789Z" as Instant;
    expect(nextAttemptAt({ now, attempts: 1, retryAfterMs: null }, always(77))).toMatch(/:\d\dZ$/);
  });
});
