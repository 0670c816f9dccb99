import { DAY_MS, epochMsOf, HOUR_MS, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";

export interface MomentText {
  /** "12 minutes ago", "in 3 days"; the day once that is long ago. */
  text: string;
  /** "22 Nov 2026, 04:26:10 UTC" */
  title: string;
  dateTime: Instant;
}

const whole = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const day = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

const STEPS = [
  { belowMs: HOUR_MS, unit: "minute", unitMs: MINUTE_MS },
  { belowMs: 36 * HOUR_MS, unit: "hour", unitMs: HOUR_MS },
  { belowMs: 30 * DAY_MS, unit: "day", unitMs: DAY_MS },
] as const;

/** A moment as the console tells it: how long ago at a glance, exactly on a closer look. */
export function momentText(instant: Instant, now: Instant): MomentText {
  const ms = epochMsOf(instant);
  return { text: distanceText(ms, epochMsOf(now)), title: `${whole.format(ms)} UTC`, dateTime: instant };
}

function distanceText(ms: number, nowMs: number): string {
  const distance = ms - nowMs;
  if (Math.abs(distance) < MINUTE_MS) return distance > 0 ? "in a moment" : "just now";
  const step = STEPS.find(({ belowMs }) => Math.abs(distance) < belowMs);
  return step ? relative.format(Math.trunc(distance / step.unitMs), step.unit) : day.format(ms);
}

/** "22 Nov 2026" */
export function dayOf(instant: Instant): string {
  return day.format(epochMsOf(instant));
}
