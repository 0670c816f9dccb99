import { calendarDayOf, daysBetween } from "#lib/tracking/calendar-day.ts";
import type { EventTime } from "#lib/tracking/event-time.ts";
import type { DeliveryDate } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import { clockText, dayText } from "./format-time.ts";
import type { MessageKey } from "./languages.ts";
import { isNotYetInSystem } from "./not-yet-heard-of.ts";
import { ownWording } from "./own-wording.ts";
import { facilityText, placeText } from "./place-text.ts";
import { promiseWords } from "./promise-words.ts";
import type { Redacted } from "./redact.ts";
import { STOPPED } from "./stopped.ts";
import type { Voice } from "./voice.ts";

/** The answer to "where is my parcel, and when does it come?" in one sentence. A merchant's own wording wins. */
export function headline(parcel: Redacted, voice: Voice): string {
  return ownWording(parcel, voice) ?? HEADLINES[parcel.tracker.status](parcel, voice);
}

type Headline = (parcel: Redacted, voice: Voice) => string;

const saying =
  (key: MessageKey): Headline =>
  (_, { t }) =>
    t(key);

const HEADLINES: Readonly<Record<Status, Headline>> = {
  unknown: ({ tracker }, { t }) => t(isNotYetInSystem(tracker) ? "notice.not_yet_known.headline" : "headline.unknown"),
  pre_transit: saying("headline.pre_transit"),
  in_transit: onItsWay,
  out_for_delivery: outForDelivery,
  available_for_pickup: readyToCollect,
  delivered,
  return_to_sender: ({ tracker }, { t }) => t(tracker.substatus === "returned" ? "headline.returned" : "headline.return_to_sender"),
  failure: ({ tracker }, { t }) => t(tracker.substatus === "lost" ? "headline.lost" : "headline.failure"),
  cancelled: saying("headline.cancelled"),
  error: saying("headline.error"),
};

function onItsWay({ tracker }: Redacted, voice: Voice): string {
  const promise = tracker.estimatedDelivery;
  const stopped = STOPPED[tracker.substatus];
  const isAhead = promise !== null && promise.on > voice.today;
  if (stopped && !isAhead) return voice.t(stopped);
  return promise === null ? voice.t("headline.in_transit") : promised(promise, voice);
}

function outForDelivery({ tracker }: Redacted, voice: Voice): string {
  const promise = tracker.estimatedDelivery;
  const left = tracker.scans.find(({ status }) => status === "out_for_delivery");
  const leftToday = left !== undefined && calendarDayOf(left.time) === voice.today;
  if (promise !== null && (promise.on === voice.today || !leftToday)) return promised(promise, voice);
  return voice.t(leftToday ? "headline.out_for_delivery_today" : "headline.out_for_delivery");
}

function promised(promise: DeliveryDate, voice: Voice): string {
  const { t } = voice;
  const away = daysBetween(voice.today, promise.on);
  const { window, values } = promiseWords(promise, voice);
  if (away < -1) return t("late.day", values);
  if (away === -1) return t("late.yesterday");
  if (away === 0 && promise.until !== null && voice.nowThere.slice(11, 16) > promise.until) return t("late.today", values);
  const when = away === 0 ? "today" : away === 1 ? "tomorrow" : "day";
  return t(`arriving.${when}.${window}`, values);
}

function readyToCollect({ tracker }: Redacted, voice: Voice): string {
  const { t } = voice;
  const place = tracker.scans.find(({ status }) => status === "available_for_pickup")?.place;
  const facility = place && facilityText(place);
  if (facility) return t("headline.pickup_at", { facility });
  if (tracker.substatus === "pickup_at_post_office") return t("headline.pickup_post_office");
  const town = place && placeText(place, voice);
  return town ? t("headline.pickup_in", { place: town }) : t("headline.available_for_pickup");
}

const WHERE: Partial<Record<Substatus, MessageKey>> = {
  delivered_to_reception: "where.delivered_to_reception",
  delivered_to_safe_place: "where.delivered_to_safe_place",
  delivered_to_neighbour: "where.delivered_to_neighbour",
  delivered_to_po_box: "where.delivered_to_po_box",
  delivered_elsewhere: "where.delivered_elsewhere",
  delivered_in_part: "where.delivered_in_part",
  delivered_damaged: "where.delivered_damaged",
};

function delivered({ tracker }: Redacted, voice: Voice): string {
  const { t } = voice;
  const done = tracker.substatus === "collected" ? "headline.collected" : "headline.delivered";
  const when = tracker.deliveredTime && pastMoment(tracker.deliveredTime, voice);
  const said = when ? t(`${done}_when`, { when }) : t(done);
  const where = WHERE[tracker.substatus];
  return where ? t("headline.with_where", { headline: said, where: t(where) }) : said;
}

/** "today at 2:03 pm", "Monday 2:03 pm", "on September 12" */
function pastMoment(time: EventTime, { t, locale, today }: Voice): string | null {
  const day = calendarDayOf(time);
  if (day === null) return null;
  const ago = daysBetween(day, today);
  if (ago < 0 || ago > 6) return t("when.date", { day: dayText(locale, "long", { day, today }) });
  const when = ago === 0 ? "when.today" : ago === 1 ? "when.yesterday" : "when.weekday";
  const weekday = dayText(locale, "weekday", { day, today });
  const hasHour = time.kind === "instant" || time.kind === "local";
  return hasHour ? t(`${when}_at`, { day: weekday, time: clockText(locale, time.local) }) : t(when, { day: weekday });
}
