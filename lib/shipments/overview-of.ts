import type { TrackersTable } from "#lib/db/schema.ts";
import { compareInstants, type Instant } from "#lib/shared/clock.ts";
import { calendarDayOf, utcDayOf } from "#lib/tracking/calendar-day.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { urgencyOf } from "#lib/tracking/urgency.ts";
import { urgentSince } from "#lib/tracking/urgent-since.ts";

type OverviewColumns = Pick<TrackersTable, "told_by" | "urgency" | "urgent_since" | "delivered_on" | "settled_at">;

/** What the console sorts and counts parcels by. News opens again what somebody had seen to. */
export function overviewOf(tracker: Tracker, now: Instant): OverviewColumns {
  const urgency = urgencyOf(tracker.substatus);
  return {
    told_by: tracker.vendor.provider,
    urgency,
    urgent_since: urgency === 0 ? null : earlier(urgentSince(tracker) ?? now, now),
    delivered_on: deliveredOn(tracker, now),
    settled_at: null,
  };
}

/** Where the carrier gave no day: that of its news. */
function deliveredOn({ status, deliveredTime, newsAt }: Tracker, now: Instant): CalendarDay | null {
  if (status !== "delivered") return null;
  return (deliveredTime && calendarDayOf(deliveredTime)) ?? utcDayOf(newsAt ?? now);
}

const earlier = (one: Instant, other: Instant) => (compareInstants(one, other) < 0 ? one : other);
