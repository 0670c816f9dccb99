import type { CalendarDay } from "#lib/tracking/event-time.ts";
import { wallClockAt } from "#lib/tracking/zoned-time.ts";
import { action } from "./action.ts";
import { languageLinks, pageLabels, promoView, supportView } from "./brand-sections.ts";
import { buildBrandView } from "./build-brand-view.ts";
import { calendarLink } from "./calendar-link.ts";
import { chooseTone } from "./choose-tone.ts";
import { details } from "./details.ts";
import { clockText, dayText, zoneText } from "./format-time.ts";
import { freshness, isStale } from "./freshness.ts";
import { headline } from "./headline.ts";
import { isEcho } from "./is-echo.ts";
import { joinSentences } from "./join-sentences.ts";
import { journey } from "./journey.ts";
import { languageOf } from "./languages.ts";
import { lede, promiseChange } from "./lede.ts";
import { milestones } from "./milestones.ts";
import { kicker, orderView } from "./order-view.ts";
import { pagePath, viewerQuery } from "./page-links.ts";
import type { Redacted } from "./redact.ts";
import { routeMapView } from "./route-map-view.ts";
import { speakOf } from "./speak-of.ts";
import { subscribeView } from "./subscribe-form.ts";
import type { TimeText, TrackingView } from "./tracking-view.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";
import type { Voice } from "./voice.ts";

const JOURNEY_FOLD = 8;

/** Everything the page shows, for this viewer, in their language. Pure: the same input gives the same bytes. */
export function buildTrackingView(input: TrackingViewInput): TrackingView {
  const { parcel, voice } = speakOf(input);
  const { t } = voice;
  const { tracker, viewer, merchant } = parcel;
  const path = pagePath(tracker, viewer);
  const shop = merchant.brand.name;
  const answer = headline(parcel, voice);
  return {
    kind: "tracking",
    tier: viewer.tier,
    lang: viewer.lang,
    dir: languageOf(viewer.lang).dir,
    brand: buildBrandView(merchant.slug, merchant.brand),
    status: tracker.status,
    substatus: tracker.substatus,
    tone: chooseTone(tracker.status, tracker.substatus),
    title: t("page.title", { status: t(`status.${tracker.status}`), shop }),
    description: t("page.description", { shop }),
    kicker: kicker(parcel, voice),
    testLabel: tracker.mode === "test" ? t("test_parcel") : null,
    headline: answer,
    lede: joinSentences(
      voice.lang,
      lede(parcel, voice).filter((sentence) => !isEcho(sentence, answer)),
    ),
    promiseChange: promiseChange(parcel, voice),
    calendar: calendarLink(parcel, voice),
    freshness: freshness(parcel, voice),
    isStale: isStale(parcel),
    milestones: milestones(parcel, voice),
    action: action(parcel, voice),
    subscribe: subscribeView(parcel, voice),
    journey: journey(parcel, voice),
    journeyEmpty: tracker.scans.length === 0 ? t("journey.empty") : null,
    journeyFold: JOURNEY_FOLD,
    map: routeMapView(parcel, voice),
    order: orderView(parcel, voice),
    details: details(parcel, voice),
    support: supportView(merchant.brand, t),
    promo: promoView(merchant.brand, parcel.now),
    languages: languageLinks(merchant.brand, path, viewer),
    timesNote: t("times_note"),
    updated: updatedText(parcel, voice),
    labels: pageLabels(t),
    carrier: tracker.carrier,
    trackingNumber: tracker.trackingNumber,
    path,
    refreshPath: tracker.isFinal ? null : `${pagePath(tracker, viewer, "json")}${viewerQuery(viewer)}`,
  };
}

function updatedText({ updatedAt: utc }: Redacted, { t, locale, zone, today }: Voice): TimeText {
  const local = wallClockAt(utc, zone);
  const day = dayText(locale, "date", { day: local.slice(0, 10) as CalendarDay, today });
  return {
    text: t("updated_at", { day, time: clockText(locale, local) }),
    dateTime: utc,
    zoneLabel: zoneText(locale, zone, { utc, local }),
  };
}
