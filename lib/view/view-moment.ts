import { epochMsOf, formatInstant, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";

/**
 * Now, rounded down to five minutes while the parcel moves and to an hour once it is final: views of the same
 * moment are the same bytes, and can be answered with 304. Loaders pass it as `now`, and put it into the ETag.
 */
export function viewMoment(tracker: Pick<Tracker, "isFinal">, now: Instant): Instant {
  const stepMs = (tracker.isFinal ? 60 : 5) * MINUTE_MS;
  return formatInstant(Math.floor(epochMsOf(now) / stepMs) * stepMs);
}
