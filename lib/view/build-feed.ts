import { formatInstant, type Instant } from "#lib/shared/clock.ts";
import { calendarDayOf } from "#lib/tracking/calendar-day.ts";
import { type EventTime, instantOf } from "#lib/tracking/event-time.ts";
import type { Scan } from "#lib/tracking/tracker.ts";
import type { FeedEntry, FeedView } from "./feed-view.ts";
import { dayText } from "./format-time.ts";
import { pagePath } from "./page-links.ts";
import { placeText } from "./place-text.ts";
import { scanTimeView } from "./scan-time.ts";
import { scanTitle } from "./scan-title.ts";
import { speakOf } from "./speak-of.ts";
import type { TrackingViewInput } from "./tracking-view-input.ts";
import type { Voice } from "./voice.ts";

/** One entry for each scan, behind the same redaction as the page. Says nothing relative: feeds are read later. */
export function buildFeed(input: TrackingViewInput, { origin }: { origin: string }): FeedView {
  const { parcel, voice } = speakOf(input);
  const { tracker, viewer, merchant, updatedAt } = parcel;
  const shop = merchant.brand.name;
  const id = feedId({ origin, path: pagePath(tracker, viewer), epoch: tracker.epoch });
  return {
    id,
    lang: voice.lang,
    title: voice.t("feed.title", { number: tracker.trackingNumber, shop }),
    shop,
    pageUrl: `${origin}${pagePath(tracker, viewer)}`,
    feedUrl: `${origin}${pagePath(tracker, viewer, "atom")}`,
    updatedAt,
    entries: entries(tracker.scans, voice, id),
  };
}

/** A tag names a host and a time at which it was its owner's. */
export function feedId({ origin, path, epoch }: { origin: string; path: string; epoch: number }): string {
  return `tag:${new URL(origin).hostname},2026:${path.slice(1)}/${epoch}`;
}

/** From the oldest on, so that a name given twice is counted the same way whatever comes later. */
function entries(scans: readonly Scan[], voice: Voice, feedId: string): FeedEntry[] {
  const given = new Map<string, number>();
  let at: Instant = formatInstant(0);
  return scans
    .toReversed()
    .map((scan): FeedEntry => {
      at = momentOf(scan.time) ?? at;
      const name = `${feedId}/${whenGiven(scan.time)}/${scan.substatus}`;
      const count = (given.get(name) ?? 0) + 1;
      given.set(name, count);
      return { id: count === 1 ? name : `${name}/${count}`, title: scanTitle(scan, voice), text: whenAndWhere(scan, voice), at };
    })
    .reverse();
}

function momentOf(time: EventTime): Instant | null {
  const utc = instantOf(time);
  if (utc !== null || time.kind === "none") return utc;
  return formatInstant(Date.parse(time.kind === "day" ? `${time.day}T00:00:00Z` : `${time.local}Z`));
}

function whenGiven(time: EventTime): string {
  return instantOf(time) ?? (time.kind === "local" ? time.local : (calendarDayOf(time) ?? "undated"));
}

function whenAndWhere(scan: Scan, voice: Voice): string {
  const { t, locale, today } = voice;
  const day = calendarDayOf(scan.time);
  const { local, timeNote } = scanTimeView(scan.time, voice);
  const hour = scan.time.kind === "day" ? null : local && [local.text, local.zoneLabel].filter(Boolean).join(" ");
  const parts = [
    day === null ? t("day.unknown") : dayText(locale, "heading", { day, today }),
    hour,
    timeNote,
    placeText(scan.place, voice),
  ];
  return parts.filter(Boolean).join(" · ");
}
