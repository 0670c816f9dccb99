import type { ClientAnswer } from "#lib/providers/provider.ts";
import { compareInstants, DAY_MS, HOUR_MS, type Instant, MINUTE_MS, plusMs } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { jitter } from "./jitter.ts";

/** What is known of a source's API: closed below `OPENS_AT` failures in a row, then open while paused, then trying. */
export interface Circuit {
  failures: number;
  pausedUntil: Instant | null;
}

export const OPENS_AT = 5;

const FIRST_PAUSE_MS = MINUTE_MS;
const LONGEST_PAUSE_MS = HOUR_MS;
/** Where somebody has to change the key first. */
const UNAUTHORIZED_PAUSE_MS = HOUR_MS;
const UNKNOWN_RATE_PAUSE_MS = MINUTE_MS;
/** Some say 0 and mean it not: each answer like that would bring the next request. */
const SHORTEST_RATE_PAUSE_MS = MINUTE_MS / 6;
/** Nobody means more than that by `Retry-After`. */
const LONGEST_RATE_PAUSE_MS = DAY_MS;

export function isPaused({ pausedUntil }: Circuit, now: Instant): boolean {
  return pausedUntil !== null && compareInstants(pausedUntil, now) > 0;
}

/** The pause is over, but nothing has worked yet: ask once, and see. */
export function isTrying(circuit: Circuit, now: Instant): boolean {
  return circuit.failures >= OPENS_AT && !isPaused(circuit, now);
}

/**
 * How an answer changes what is known. A source that told us to wait is left alone that long, whatever other requests, under way
 * at the same time, come back with; and those that fail while it is paused say nothing new.
 */
export function afterAnswer(circuit: Circuit, answer: ClientAnswer, at: { now: Instant; random: RandomBytes }): Circuit {
  const paused = isPaused(circuit, at.now);
  switch (answer.kind) {
    case "payload":
    case "accepted":
    case "not_found":
    case "unsupported":
      return { failures: 0, pausedUntil: paused ? circuit.pausedUntil : null };
    case "rate_limited": {
      const waitMs = Math.max(SHORTEST_RATE_PAUSE_MS, Math.min(LONGEST_RATE_PAUSE_MS, answer.retryAfterMs ?? UNKNOWN_RATE_PAUSE_MS));
      return { ...circuit, pausedUntil: latest(circuit.pausedUntil, pauseAtLeast(waitMs, at)) };
    }
    case "unauthorized":
      return {
        failures: Math.max(OPENS_AT, circuit.failures),
        pausedUntil: latest(circuit.pausedUntil, pauseAtLeast(UNAUTHORIZED_PAUSE_MS, at)),
      };
    case "unavailable": {
      if (paused) return circuit;
      const failures = circuit.failures + 1;
      return { failures, pausedUntil: failures < OPENS_AT ? null : pauseAfter(failures, at) };
    }
  }
}

function pauseAfter(failures: number, { now, random }: { now: Instant; random: RandomBytes }): Instant {
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - OPENS_AT));
  return later(now, pauseMs * jitter(random));
}

/** A little longer than asked for: whoever comes back on the dot comes back with everybody. */
function pauseAtLeast(waitMs: number, { now, random }: { now: Instant; random: RandomBytes }): Instant {
  return later(now, waitMs * (1 + Math.abs(jitter(random) - 1)));
}

const later = (now: Instant, ms: number) => plusMs(now, Math.ceil(ms / 1000) * 1000);

function latest(one: Instant | null, other: Instant): Instant {
  return one !== null && compareInstants(one, other) > 0 ? one : other;
}
