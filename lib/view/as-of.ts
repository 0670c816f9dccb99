import { clockText, type DayStyle, dayText, zoneText } from "./format-time.ts";
import type { Voice } from "./voice.ts";

/** "As of Monday, September 21, 8:22 am CDT", on a clock where the parcel is: what is kept or forwarded says how old it is. */
export function asOf({ t, locale, zone, now, nowThere, today }: Voice, style: DayStyle): string {
  return t("label.as_of", {
    day: dayText(locale, style, { day: today, today }),
    time: clockText(locale, nowThere),
    zone: zoneText(locale, zone, { utc: now, local: nowThere }),
  });
}
