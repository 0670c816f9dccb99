import { fillWording, type Placeholder } from "#lib/branding/wording.ts";
import { calendarDayOf, daysBetween } from "#lib/tracking/calendar-day.ts";
import type { Place } from "#lib/tracking/place.ts";
import type { DeliveryDate } from "#lib/tracking/snapshot.ts";
import { clockText, dayText, hourText, relativeDayText } from "./format-time.ts";
import { facilityText, placeText } from "./place-text.ts";
import type { Redacted } from "./redact.ts";
import { STOPPED } from "./stopped.ts";
import { isolateIn } from "./translate.ts";
import type { Voice } from "./voice.ts";

/** The shop's own sentence for the status; null where it has none, or asks for what is not known of this parcel. */
export function ownWording(parcel: Redacted, voice: Voice): string | null {
  const sentence = parcel.merchant.brand.wording[voice.lang]?.[parcel.tracker.status];
  if (sentence === undefined) return null;
  return fillWording(sentence, (name) => {
    const value = VALUES[name](parcel, voice);
    return value === null ? null : isolateIn(voice.lang, value);
  });
}

const VALUES: Readonly<Record<Placeholder, (parcel: Redacted, voice: Voice) => string | null>> = {
  shop: ({ merchant }) => merchant.brand.name,
  carrier: ({ carrierName }) => carrierName,
  day: (parcel, voice) => (parcel.tracker.status === "delivered" ? arrivedOn(parcel, voice) : comesOn(parcel, voice)),
  time: (parcel, voice) => (parcel.tracker.status === "delivered" ? arrivedAt(parcel, voice) : comesBy(parcel, voice)),
  place: whereabouts,
};

/** "today", "tomorrow", "Thursday, September 24" */
function comesOn(parcel: Redacted, voice: Voice): string | null {
  const { locale, today } = voice;
  const promise = standingPromise(parcel, voice);
  if (promise === null) return null;
  const away = daysBetween(today, promise.on);
  return away < 2 ? relativeDayText(locale, away) : dayText(locale, "heading", { day: promise.on, today });
}

function comesBy(parcel: Redacted, voice: Voice): string | null {
  const until = standingPromise(parcel, voice)?.until ?? null;
  return until === null ? null : hourText(voice.locale, until);
}

/** A promise that may still be kept: neither passed, nor for today of a parcel that something stopped. */
function standingPromise({ tracker }: Redacted, { today, nowThere }: Voice): DeliveryDate | null {
  const promise = tracker.estimatedDelivery;
  if (promise === null || promise.on < today) return null;
  if (promise.on > today) return promise;
  const isPast = promise.until !== null && nowThere.slice(11, 16) > promise.until;
  return isPast || STOPPED[tracker.substatus] ? null : promise;
}

/** "today", "yesterday", "Monday", "September 12" */
function arrivedOn({ tracker }: Redacted, { locale, today }: Voice): string | null {
  const day = tracker.deliveredTime && calendarDayOf(tracker.deliveredTime);
  if (!day) return null;
  const ago = daysBetween(day, today);
  if (ago === 0 || ago === 1) return relativeDayText(locale, -ago);
  return dayText(locale, ago > 1 && ago < 7 ? "weekday" : "long", { day, today });
}

function arrivedAt({ tracker: { deliveredTime: time } }: Redacted, { locale }: Voice): string | null {
  return time?.kind === "instant" || time?.kind === "local" ? clockText(locale, time.local) : null;
}

function whereabouts({ tracker }: Redacted, voice: Voice): string | null {
  const townText = (place: Place) => placeText({ ...place, postalCode: null }, voice);
  if (tracker.status !== "available_for_pickup") {
    return tracker.scans.map(({ place }) => townText(place)).find((town) => town !== null) ?? null;
  }
  const place = tracker.scans.find(({ status }) => status === "available_for_pickup")?.place;
  return place ? (facilityText(place) ?? townText(place)) : null;
}
