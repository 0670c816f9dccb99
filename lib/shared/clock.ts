/** An instant as ISO 8601 in UTC with `Z`, e.g. `2026-03-01T17:04:00Z`; sorts as text when made by `formatInstant`. */
export type Instant = string & { readonly __brand: "Instant" };

/** Where "now" comes from. Injected everywhere, so that a test can stand still in time. */
export interface Clock {
  now(): Instant;
}

/** Milliseconds since the epoch → the one spelling of instants we store: seconds, or milliseconds where there are any. */
export function formatInstant(epochMs: number): Instant {
  const text = new Date(epochMs).toISOString();
  return (text.endsWith(".000Z") ? `${text.slice(0, -5)}Z` : text) as Instant;
}

export function epochMsOf(instant: Instant): number {
  return Date.parse(instant);
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Earlier, where `ms` is negative. */
export function plusMs(instant: Instant, ms: number): Instant {
  return formatInstant(epochMsOf(instant) + ms);
}

/** In whole seconds, so that what comes of it compares as text. */
export function secondsAfter(instant: Instant, seconds: number): Instant {
  return formatInstant((Math.floor(epochMsOf(instant) / 1000) + seconds) * 1000);
}

export function compareInstants(a: Instant, b: Instant): number {
  return epochMsOf(a) - epochMsOf(b);
}

export const systemClock: Clock = { now: () => formatInstant(Math.floor(Date.now() / 1000) * 1000) };
