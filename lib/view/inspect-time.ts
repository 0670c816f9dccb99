import type { Instant } from "#lib/shared/clock.ts";
import { utcDayOf } from "#lib/tracking/calendar-day.ts";
import type { CalendarDay, EventTime, ZoneSource } from "#lib/tracking/event-time.ts";
import type { Place } from "#lib/tracking/place.ts";
import { dayText, zoneText } from "./format-time.ts";

export interface InspectedTime {
  /** "28 Feb, 09:30 CST", "28 Feb", "No time given" */
  text: string;
  /** "15:30 UTC", where that is known and another. */
  utc: string | null;
  dateTime: string | null;
  /** How the zone is known, and what is doubtful. */
  evidence: string[];
}

const LOCALE = "en-GB";

/** A scan's time as we read it, and why we read it so. */
export function inspectTime(time: EventTime, place: Place, now: Instant): InspectedTime {
  const today = utcDayOf(now);
  const dayOf = (text: string) => dayText(LOCALE, "date", { day: text.slice(0, 10) as CalendarDay, today });
  switch (time.kind) {
    case "none":
      return { text: "No time given", utc: null, dateTime: null, evidence: [] };
    case "day":
      return { text: dayOf(time.day), utc: null, dateTime: time.day, evidence: ["Only the day was given."] };
    case "instant":
    case "local": {
      const { local, utc, zone } = time;
      const clock = `${dayOf(local)}, ${local.slice(11, 16)}`;
      const evidence = [
        zoneEvidence(time.zoneSource, place, zone),
        ...(time.kind === "local" && time.settled ? [SETTLED[time.settled]] : []),
      ];
      if (utc === null || zone === null) return { text: clock, utc: null, dateTime: local, evidence };
      const abroad = zone === "UTC" ? null : `${utc.slice(0, 10) === local.slice(0, 10) ? "" : `${dayOf(utc)}, `}${utc.slice(11, 16)} UTC`;
      return { text: `${clock} ${zoneText(LOCALE, zone, { utc, local })}`, utc: abroad, dateTime: utc, evidence };
    }
  }
}

const SETTLED = {
  gap: "Clocks went forward that night, so that there was no such hour.",
  overlap: "Clocks went back that night, so that there were two such hours.",
} as const;

const EVIDENCE: Readonly<Record<ZoneSource, (place: Place, zone: string | null) => string>> = {
  carrier: (_, zone) => (zone === "UTC" ? "The carrier gave it in UTC." : "The carrier gave the offset."),
  coordinates: ({ latitude, longitude }) => `Zone by the coordinates ${degrees(latitude)}, ${degrees(longitude)}.`,
  postal_code: ({ postalCode }) => `Zone by the postal code ${postalCode ?? ""}.`,
  city: ({ city, region, country }) => `Zone by the place ${[city, region, country].filter(Boolean).join(", ")}.`,
  facility_text: ({ facility, city }) => `Zone by the place named in “${facility ?? city ?? ""}”.`,
  country: ({ country }) => `Zone by the country: ${country ?? "it"} has only one.`,
  unknown: () => "Zone unknown: nothing tells where it was.",
};

const zoneEvidence = (source: ZoneSource, place: Place, zone: string | null) => EVIDENCE[source](place, zone);
const degrees = (angle: number | null) => (angle === null ? "?" : String(Math.round(angle * 1000) / 1000));
