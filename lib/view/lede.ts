import { daysBetween } from "#lib/tracking/calendar-day.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";
import { dayText } from "./format-time.ts";
import { isProblem } from "./is-problem.ts";
import { isNotYetInSystem } from "./not-yet-heard-of.ts";
import { placeText } from "./place-text.ts";
import type { Redacted } from "./redact.ts";
import { scanTitle } from "./scan-title.ts";
import type { Voice } from "./voice.ts";

const DELAYS: ReadonlySet<Substatus> = new Set(["delayed", "delayed_beyond_carrier", "weather_delay"]);

/** States that are about papers or about nothing known: where they were written down says nothing of the parcel. */
const PLACELESS: ReadonlySet<Status> = new Set(["unknown", "pre_transit", "cancelled", "error"]);

/** What stands behind the headline: the last thing that happened and where, or our word for the state when no scan tells. Sentence by sentence. */
export function lede({ tracker }: Redacted, voice: Voice): string[] {
  const { t, locale, today } = voice;
  if (isNotYetInSystem(tracker)) return [t("notice.not_yet_known.text"), t("notice.not_yet_known.next")];
  const telling = tracker.scans.find(({ status }) => status === tracker.status);
  const what = telling ? scanTitle(telling, voice) : t(`substatus.${tracker.substatus}`);
  const promise = tracker.estimatedDelivery;
  if (tracker.status === "pre_transit" && promise !== null && promise.on >= today) {
    const expected = t("lede.expected", { day: dayText(locale, "heading", { day: promise.on, today }) });
    return [t("lede.what", { what }), expected];
  }
  if (DELAYS.has(tracker.substatus) && (promise === null || promise.on < today)) return [t("lede.delayed", { what })];
  const place = telling && !PLACELESS.has(telling.status) ? placeText(telling.place, voice) : null;
  const isNamed = telling?.place.city && what.toLowerCase().includes(telling.place.city.toLowerCase());
  if (telling === undefined || place === null || isNamed) return [t("lede.what", { what })];
  return isProblem(telling) && telling.status !== "delivered"
    ? [t("lede.what", { what }), t("lede.seen", { place })]
    : [t("lede.what_in", { what, place })];
}

export const STILL_COMING: ReadonlySet<Status> = new Set(["unknown", "pre_transit", "in_transit", "out_for_delivery"]);

/** By how many days the promise moved; null while it stands, and once it no longer matters. */
export function promiseChange({ tracker }: Redacted, { t, locale, today }: Voice): string | null {
  const { estimatedDelivery: current, originalEstimatedDelivery: first } = tracker;
  if (current === null || first === null || !STILL_COMING.has(tracker.status)) return null;
  const days = daysBetween(first.on, current.on);
  if (days === 0) return null;
  const day = dayText(locale, "heading", { day: first.on, today });
  return t(days > 0 ? "promise.later" : "promise.earlier", { days: Math.abs(days), day });
}
