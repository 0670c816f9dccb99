import { formatInstant, HOUR_MS, type Instant } from "#lib/shared/clock.ts";
import { calendarDayOf } from "./calendar-day.ts";
import type { CalendarDay } from "./event-time.ts";
import { yardstickMs } from "./snapshot-header.ts";
import type { Status } from "./status.ts";
import { SUBSTATUSES, type Substatus } from "./substatus.ts";
import type { Scan, Tracker } from "./tracker.ts";

/** What shoppers may choose to be told, in the order of a parcel's life. */
export const NEWS_TOPICS = ["shipped", "out_for_delivery", "delivered", "needs_you", "delayed"] as const;
export type NewsTopic = (typeof NEWS_TOPICS)[number];

/** Each once and in one order, so that equal sets are equal lists; what is no topic is left out. */
export function orderTopics(topics: Iterable<unknown>): NewsTopic[] {
  const chosen = new Set(topics);
  return NEWS_TOPICS.filter((topic) => chosen.has(topic));
}

/** A change that shoppers may want to hear of. */
export interface News {
  topic: NewsTopic;
  /** The change itself, however often and in whatever order it is reported: `delivered`, `out_for_delivery 2026-09-20`. */
  key: string;
  /** When it happened, at the latest, as far as is known. */
  at: Instant | null;
}

/** What an update is news of. Each topic is told of the tracker as it stands, so that late history which changes nothing of that is none. */
export function newsOf(before: Tracker | null, after: Tracker): News[] {
  const known = new Set(before === null ? [] : standingNews(before).map(({ key }) => key));
  return standingNews(after).filter(({ topic, key }) => !known.has(key) && !(topic === "delayed" && isNoLaterThan(before, after)));
}

type Find = (tracker: Tracker) => Omit<News, "topic"> | null;

const FINDERS: Readonly<Record<NewsTopic, Find>> = {
  shipped({ status, scans, newsAt }) {
    const first = scans.findLast((scan) => HAS_MOVED.has(scan.status));
    if (first === undefined && !HAS_MOVED.has(status)) return null;
    return { key: "shipped", at: first === undefined ? newsAt : latestOf(first) };
  },
  out_for_delivery(tracker) {
    if (tracker.status !== "out_for_delivery") return null;
    const { day, at } = newestThat(tracker, (scan) => scan.status === "out_for_delivery");
    return { key: keyOf("out_for_delivery", day), at };
  },
  delivered(tracker) {
    if (tracker.status !== "delivered") return null;
    return { key: "delivered", at: newestThat(tracker, (scan) => scan.status === "delivered").at };
  },
  needs_you(tracker) {
    const { status, substatus } = tracker;
    const action = SUBSTATUSES[substatus].action;
    if (action?.actor !== "recipient" && status !== "available_for_pickup") return null;
    const { day, at } = newestThat(tracker, (scan) => scan.substatus === substatus);
    return { key: keyOf("needs_you", substatus, day), at };
  },
  delayed(tracker) {
    const day = lateDay(tracker);
    if (!MAY_BE_LATE.has(tracker.status) || (day === null && !SLOWER.has(tracker.substatus))) return null;
    const at = SLOWER.has(tracker.substatus) ? newestThat(tracker, (scan) => scan.substatus === tracker.substatus).at : tracker.newsAt;
    return { key: keyOf("delayed", tracker.estimatedDelivery?.on), at };
  },
};

const HAS_MOVED: ReadonlySet<Status> = new Set<Status>([
  "in_transit",
  "out_for_delivery",
  "available_for_pickup",
  "delivered",
  "return_to_sender",
]);

const MAY_BE_LATE: ReadonlySet<Status> = new Set<Status>(["unknown", "pre_transit", "in_transit", "out_for_delivery"]);

/** Carriers say these of parcels that will come, but later. */
const SLOWER: ReadonlySet<Substatus> = new Set<Substatus>([
  "delayed",
  "delayed_beyond_carrier",
  "weather_delay",
  "missorted",
  "held",
  "transit_exception",
  "held_by_customs",
  "delivery_rescheduled",
]);

/** What may be said of a parcel now: of one that has arrived, or turned around, no longer that it is on its way. */
export function standingTopics(tracker: Tracker): NewsTopic[] {
  const topics = standingNews(tracker).map(({ topic }) => topic);
  return topics.filter((topic) => topic !== "shipped" || IS_COMING.has(tracker.status));
}

const IS_COMING: ReadonlySet<Status> = new Set<Status>(["in_transit", "out_for_delivery", "available_for_pickup"]);

function standingNews(tracker: Tracker): News[] {
  return NEWS_TOPICS.flatMap((topic) => {
    const found = FINDERS[topic](tracker);
    return found === null ? [] : [{ topic, ...found }];
  });
}

/** The promised day, where it is later than the first promise. */
function lateDay({ estimatedDelivery, originalEstimatedDelivery }: Tracker): CalendarDay | null {
  if (estimatedDelivery === null || originalEstimatedDelivery === null) return null;
  return estimatedDelivery.on > originalEstimatedDelivery.on ? estimatedDelivery.on : null;
}

/** Late already, and now by less: that is no bad news. */
function isNoLaterThan(before: Tracker | null, after: Tracker): boolean {
  const [was, is] = [before && lateDay(before), lateDay(after)];
  return was !== null && is !== null && is <= was;
}

/** Of the newest scan that says so: the same on another day is another change. Where none does, of the vendor's word alone, which has no day. */
function newestThat({ scans, newsAt }: Tracker, says: (scan: Scan) => boolean): { day: CalendarDay | null; at: Instant | null } {
  const scan = scans.find(says);
  return scan === undefined ? { day: null, at: newsAt } : { day: calendarDayOf(scan.time), at: latestOf(scan) };
}

const keyOf = (...parts: (string | null | undefined)[]) => parts.filter((part) => part != null).join(" ");

/** A day lasts until its end, and a clock of an unknown zone may be one to the west. */
function latestOf({ time }: Scan): Instant | null {
  const ms = yardstickMs(time);
  if (ms === null) return null;
  const isExact = time.kind === "instant" || (time.kind === "local" && time.utc !== null);
  return formatInstant(isExact ? ms : ms + (time.kind === "day" ? 36 : 12) * HOUR_MS);
}
