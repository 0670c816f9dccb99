import { calendarDayOf, daysBetween } from "#lib/tracking/calendar-day.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import type { Scan } from "#lib/tracking/tracker.ts";
import { dayText } from "./format-time.ts";
import { isProblem } from "./is-problem.ts";
import { placeText } from "./place-text.ts";
import type { Redacted } from "./redact.ts";
import { scanTimeView } from "./scan-time.ts";
import { scanTitle } from "./scan-title.ts";
import type { JourneyDayView, ScanView } from "./tracking-view.ts";
import type { Voice } from "./voice.ts";

/** Newest first, in the tracker's order, under the local days of the places they happened at. */
export function journey({ tracker, merchant }: Redacted, voice: Voice): JourneyDayView[] {
  /* A shop that hides where it ships from also hides that something is hidden: nobody can say it was not reported. */
  const placeUnknown = merchant.brand.hideOrigin ? "" : voice.t("place.unknown");
  const days: { day: CalendarDay | null; scans: ScanView[] }[] = [];
  tracker.scans.forEach((scan, index) => {
    const day = calendarDayOf(scan.time);
    const view = scanView(scan, voice, { isLatest: index === 0, placeUnknown });
    const current = days.at(-1);
    if (current?.day === day) current.scans.push(view);
    else days.push({ day, scans: [view] });
  });
  return days.map(({ day, scans }) => ({ heading: dayHeading(day, voice), dateTime: day, scans }));
}

function dayHeading(day: CalendarDay | null, { t, locale, today }: Voice): string {
  if (day === null) return t("day.unknown");
  const text = dayText(locale, "heading", { day, today });
  const ago = daysBetween(day, today);
  if (ago === 0) return t("day.today", { day: text });
  return ago === 1 ? t("day.yesterday", { day: text }) : text;
}

function scanView(scan: Scan, voice: Voice, { isLatest, placeUnknown }: { isLatest: boolean; placeUnknown: string }): ScanView {
  const { t } = voice;
  const place = placeText(scan.place, voice);
  return {
    key: scan.key,
    title: scanTitle(scan, voice),
    place: place ?? placeUnknown,
    placeKnown: place !== null,
    ...scanTimeView(scan.time, voice),
    handOff: scan.substatus === "transferred_to_partner" ? t("hand_off") : null,
    isLatest,
    isProblem: isProblem(scan),
    signer: scan.signer && `${t("detail.signed_by")}: ${scan.signer}`,
    proofOfDelivery: isWebAddress(scan.proofOfDeliveryUrl) ? { label: t("proof_of_delivery"), href: scan.proofOfDeliveryUrl } : null,
  };
}

/** A vendor's address becomes a link only if it leads to the web, and not to a script. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
