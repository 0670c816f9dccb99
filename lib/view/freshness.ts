import { DAY_MS, epochMsOf } from "#lib/shared/clock.ts";
import { calendarDayOf } from "#lib/tracking/calendar-day.ts";
import { instantOf } from "#lib/tracking/event-time.ts";
import { agoText, dayText } from "./format-time.ts";
import { joinSentences } from "./join-sentences.ts";
import { hasNoSource } from "./not-yet-heard-of.ts";
import type { Redacted } from "./redact.ts";
import type { Voice } from "./voice.ts";

/** Our source has been silent for a day although the parcel is still moving. */
export function isStale({ tracker, checkedAt, now }: Redacted): boolean {
  return !tracker.isFinal && !hasNoSource(tracker) && checkedAt !== null && epochMsOf(now) - epochMsOf(checkedAt) > DAY_MS;
}

/** "USPS last scanned it 2 days ago. We asked 12 minutes ago." */
export function freshness(parcel: Redacted, voice: Voice): string {
  return joinSentences(voice.lang, [scannedSentence(parcel, voice), parcel.tracker.isFinal ? null : checkedSentence(parcel, voice)]);
}

function scannedSentence({ tracker, carrierName }: Redacted, voice: Voice): string {
  const { t, locale, now, today } = voice;
  const carrier = carrierName ?? t("carrier.hidden");
  const time = tracker.scans.find((scan) => scan.time.kind !== "none")?.time;
  if (time === undefined) return t("freshness.not_scanned", { carrier });
  const at = instantOf(time);
  if (at !== null) return t("freshness.scanned", { carrier, ago: agoText(locale, { at, now }) ?? t("freshness.just_now") });
  const day = calendarDayOf(time);
  return t("freshness.scanned_on", { carrier, day: day === null ? "" : dayText(locale, "long", { day, today }) });
}

function checkedSentence(parcel: Redacted, { t, locale, now }: Voice): string | null {
  if (parcel.checkedAt === null || hasNoSource(parcel.tracker)) return null;
  const ago = agoText(locale, { at: parcel.checkedAt, now }) ?? t("freshness.just_now");
  return t(isStale(parcel) ? "freshness.stale" : "freshness.checked", { ago });
}
