import { calendarDayOf } from "#lib/tracking/calendar-day.ts";
import type { CalendarDay, EventTime } from "#lib/tracking/event-time.ts";
import { clockText, dayText, zoneText } from "./format-time.ts";
import type { MessageKey } from "./languages.ts";
import type { TimeText } from "./tracking-view.ts";
import type { Voice } from "./voice.ts";

export interface ScanTimeView {
  local: TimeText | null;
  utc: TimeText | null;
  timeNote: string | null;
}

/** What the carrier said, never more: a missing hour, zone or date is named as missing. */
export function scanTimeView(time: EventTime, voice: Voice): ScanTimeView {
  const { t, locale } = voice;
  switch (time.kind) {
    case "none":
      return { local: null, utc: null, timeNote: t("time.not_given") };
    case "day":
      return { local: { text: t("time.all_day"), dateTime: time.day, zoneLabel: null }, utc: null, timeNote: t("time.not_given") };
    case "local":
    case "instant": {
      const { local, utc, zone } = time;
      const text = clockText(locale, local);
      if (utc === null || zone === null) {
        return { local: { text, dateTime: local, zoneLabel: null }, utc: null, timeNote: t("time.zone_unknown") };
      }
      return {
        local: { text, dateTime: utc, zoneLabel: zoneText(locale, zone, { utc, local }) },
        utc: zone === "UTC" ? null : utcText(time as { local: string; utc: string }, voice),
        timeNote: settledNote(time, voice),
      };
    }
  }
}

const SETTLED = { gap: "time.settled_gap", overlap: "time.settled_overlap" } as const satisfies Record<string, MessageKey>;

function settledNote(time: Exclude<EventTime, { kind: "day" | "none" }>, { t }: Voice): string | null {
  return time.kind === "local" && time.settled !== null ? t(SETTLED[time.settled]) : null;
}

/** "13:10 UTC", and "02:41 UTC, 17 Sep" when that is another day than the local one. */
function utcText({ local, utc }: { local: string; utc: string }, { t, locale, today }: Voice): TimeText {
  const [clock, day] = [utc.slice(11, 16), utc.slice(0, 10) as CalendarDay];
  const text =
    day === local.slice(0, 10)
      ? t("time.utc", { time: clock })
      : t("time.utc_day", { time: clock, day: dayText(locale, "date", { day, today }) });
  return { text, dateTime: utc, zoneLabel: null };
}

/** A milestone's time: the hour on the parcel's own today, else the day. */
export function milestoneTime(time: EventTime, { locale, today }: Voice): TimeText | null {
  const day = calendarDayOf(time);
  if (day === null || time.kind === "none") return null;
  const dateTime = time.kind === "day" ? day : (time.utc ?? time.local);
  const text = day === today && time.kind !== "day" ? clockText(locale, time.local) : dayText(locale, "short", { day, today });
  return { text, dateTime, zoneLabel: null };
}
