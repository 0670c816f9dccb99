import { findZone } from "#lib/places/find-zone.ts";
import { calendarDayOf } from "#lib/tracking/calendar-day.ts";
import type { EventTime, WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import type { DeliveryDate } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { utcReadingInGap, utcReadings } from "#lib/tracking/zoned-time.ts";
import type { CalendarHold, CalendarView, HoldTime } from "./calendar-view.ts";
import { joinSentences } from "./join-sentences.ts";
import { lede } from "./lede.ts";
import { pagePath } from "./page-links.ts";
import { promiseWords } from "./promise-words.ts";
import type { Redacted } from "./redact.ts";
import { speakOf } from "./speak-of.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";
import type { Voice } from "./voice.ts";

export interface CalendarFacts {
  /** Of the page, such as `https://parcels.fern.example`. */
  origin: string;
  /** Counts the parcel's changes. */
  version: number;
}

/** The day a parcel comes, or came, behind the same redaction as the page. Says nothing relative: calendars are read later. */
export function buildCalendar(input: TrackingViewInput, { origin, version }: CalendarFacts): CalendarView {
  const { parcel, voice } = speakOf(input);
  const { t } = voice;
  const { tracker, merchant, viewer, updatedAt } = parcel;
  const shop = merchant.brand.name;
  const held = HOLDS[tracker.status](tracker);
  const url = `${origin}${pagePath(tracker, viewer)}`;
  const hold: CalendarHold | null = held && {
    uid: `${[tracker.carrier, tracker.trackingNumber, tracker.mode, tracker.epoch, merchant.slug].join(".")}@waymark`,
    sequence: version,
    changedAt: updatedAt,
    status: held.status,
    time: held.time,
    summary: summary(parcel, voice, held.status),
    description: `${joinSentences(voice.lang, [...lede(parcel, voice), ...(held.status === "tentative" ? [t("calendar.can_change")] : [])])}\n\n${url}`,
    url,
  };
  return {
    name: t("calendar.summary", { shop }),
    description: hold ? hold.summary : t("calendar.no_day"),
    isMoving: !tracker.isFinal,
    hold,
  };
}

type Held = Pick<CalendarHold, "status" | "time">;

/** What each state holds; null where no day is known. */
const HOLDS: Readonly<Record<Status, (tracker: Tracker) => Held | null>> = {
  unknown: promised("tentative"),
  error: promised("tentative"),
  pre_transit: promised("tentative"),
  in_transit: promised("tentative"),
  out_for_delivery: (tracker) => promised("confirmed")(tracker) ?? since("out_for_delivery")(tracker),
  available_for_pickup: since("available_for_pickup"),
  delivered: (tracker) => scanned(tracker.deliveredTime) ?? promised("confirmed")(tracker),
  return_to_sender: promised("cancelled"),
  failure: promised("cancelled"),
  cancelled: promised("cancelled"),
};

function promised(status: Held["status"]) {
  return (tracker: Tracker): Held | null => {
    const promise = tracker.estimatedDelivery ?? tracker.originalEstimatedDelivery;
    return promise && { status, time: promisedTime(promise, zoneOfPromise(tracker)) };
  };
}

/** The day it came into that state. By when a parcel has to be collected, no carrier has told us yet. */
function since(status: Status) {
  return ({ scans }: Tracker): Held | null => {
    const time = scans.findLast((scan) => scan.status === status)?.time;
    const day = time && calendarDayOf(time);
    return day ? { status: "confirmed", time: { kind: "day", day } } : null;
  };
}

function scanned(time: EventTime | null): Held | null {
  const held = time && scannedTime(time);
  return held && { status: "confirmed", time: held };
}

function scannedTime(time: EventTime): HoldTime | null {
  switch (time.kind) {
    case "none":
      return null;
    case "day":
      return { kind: "day", day: time.day };
    default:
      return time.utc === null ? { kind: "clocks", from: time.local, until: null } : { kind: "instants", from: time.utc, until: null };
  }
}

/** A window takes its hours; "by five" alone would be a lie about when it begins, so the day stays whole and the title says it. */
function promisedTime({ on, from, until }: DeliveryDate, zone: ZoneName | null): HoldTime {
  if (from === null || until === null || from >= until) return { kind: "day", day: on };
  const [start, end] = [clockOn(on, from), clockOn(on, until)];
  if (zone === null) return { kind: "clocks", from: start, until: end };
  return { kind: "instants", from: instantAt(start, zone), until: instantAt(end, zone) };
}

const clockOn = (day: string, hour: string) => `${day}T${hour}:00` as WallClock;

function instantAt(local: WallClock, zone: ZoneName) {
  return utcReadings(local, zone)[0] ?? utcReadingInGap(local, zone);
}

/** Where it goes, or where those scanned it who bring it to the door; anything else could be another country's. */
function zoneOfPromise({ destination, scans }: Tracker): ZoneName | null {
  const atTheDoor = scans.find(({ status }) => status === "out_for_delivery")?.time;
  const scannedIn = atTheDoor && atTheDoor.kind !== "none" ? atTheDoor.zone : null;
  return (destination && findZone(destination)?.zone) ?? scannedIn;
}

function summary({ tracker, merchant }: Redacted, voice: Voice, status: Held["status"]): string {
  const { t } = voice;
  const shop = merchant.brand.name;
  const isExpected = status === "tentative" || tracker.status === "out_for_delivery";
  if (!isExpected) return t("calendar.summary_status", { status: t(`status.${tracker.status}`), shop });
  if (tracker.estimatedDelivery === null) return t("calendar.summary", { shop });
  const { window, values } = promiseWords(tracker.estimatedDelivery, voice);
  return t(EXPECTED[window], { shop, hour: values.until || values.from });
}

/** A window has its hours in the calendar itself. */
const EXPECTED = {
  any: "calendar.summary",
  between: "calendar.summary",
  by: "calendar.summary_by",
  from: "calendar.summary_from",
} as const;
