import type { Brand } from "#lib/branding/brand.ts";
import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { calendarDayOf, daysBetween } from "#lib/tracking/calendar-day.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { type MomentText, momentText } from "./console-time.ts";
import { dayText, hourText } from "./format-time.ts";
import { headline } from "./headline.ts";
import { isEcho } from "./is-echo.ts";
import { lede } from "./lede.ts";
import type { Redacted } from "./redact.ts";
import { speakOf } from "./speak-of.ts";
import type { Voice } from "./voice.ts";

export interface DeliveryText {
  /** "Tomorrow by 17:00", "Mon 2 Mar" */
  text: string;
  /** "Expected", "Was expected", "Delivered" */
  label: string;
  isLate: boolean;
}

/** A parcel at a glance, for whoever answers the shopper. */
export interface ParcelGlance {
  /** What the shopper's page says first: what to tell them. */
  headline: string;
  /** What stands behind it. */
  lede: string[];
  delivery: DeliveryText | null;
  /** When the carrier last changed its picture. */
  lastNews: MomentText | null;
}

export interface GlanceInput {
  tracker: Tracker;
  /** The shop's own sentences count; what it hides from shoppers is not hidden here. */
  brand: Brand;
  checkedAt: Instant;
  updatedAt: Instant;
  now: Instant;
}

/** In English, and with days as the console writes them. */
export function buildParcelGlance({ tracker, brand, checkedAt, updatedAt, now }: GlanceInput): ParcelGlance {
  const { parcel, voice } = speakOf({
    merchant: { slug: "", brand: { ...DEFAULT_BRAND, name: brand.name, wording: brand.wording } },
    tracker,
    routeMap: null,
    checkedAt,
    updatedAt,
    order: null,
    viewer: { tier: "private", lang: "en", locale: "en-GB", theme: null, langIsChosen: false, pathPrefix: "", key: null },
    now,
  });
  const answer = headline(parcel, voice);
  return {
    headline: answer,
    lede: lede(parcel, voice).filter((sentence) => !isEcho(sentence, answer)),
    delivery: deliveryText(parcel, voice),
    lastNews: tracker.newsAt === null ? null : momentText(tracker.newsAt, now),
  };
}

function deliveryText({ tracker }: Redacted, { locale, today }: Voice): DeliveryText | null {
  const { deliveredTime, estimatedDelivery: promise, isFinal, status } = tracker;
  const deliveredOn = deliveredTime && calendarDayOf(deliveredTime);
  if (deliveredOn) return { label: "Delivered", text: nearDay(deliveredOn, today), isLate: false };
  if (promise === null || isFinal || status === "return_to_sender" || status === "failure") return null;
  const isLate = promise.on < today;
  const hours = promise.until === null ? "" : ` by ${hourText(locale, promise.until)}`;
  return { label: isLate ? "Was expected" : "Expected", text: `${nearDay(promise.on, today)}${hours}`, isLate };
}

const NEAR: Readonly<Record<number, string>> = { [-1]: "Yesterday", 0: "Today", 1: "Tomorrow" };

const nearDay = (day: CalendarDay, today: CalendarDay) => NEAR[daysBetween(today, day)] ?? dayText("en-GB", "short", { day, today });
