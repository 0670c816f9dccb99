import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { CalendarDay, WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import type { Place } from "#lib/tracking/place.ts";
import { wallClockAt } from "#lib/tracking/zoned-time.ts";
import { languageOf } from "./languages.ts";
import type { Redacted } from "./redact.ts";
import { createTranslator, type Translator } from "./translate.ts";

/** Who speaks to the shopper: their language, their way of writing dates, and what "today" means for this parcel. */
export interface Voice {
  t: Translator;
  lang: string;
  locale: string;
  now: Instant;
  /** `now` on a clock where the parcel is; `today` is its day. */
  nowThere: WallClock;
  today: CalendarDay;
  /** The zone of the newest scan that has one, which is the destination's once the parcel is near. */
  zone: ZoneName;
  /** True when the journey crosses a border, and so places need their country. */
  isInternational: boolean;
}

const clocks = boundedMemo<WallClock>(2000);

export function createVoice({ viewer, tracker, now }: Redacted): Voice {
  const zone = zoneOfParcel(tracker.scans);
  const nowThere = clocks(`${now}|${zone}`, () => wallClockAt(now, zone));
  return {
    t: createTranslator(viewer.lang),
    lang: viewer.lang,
    locale: viewer.locale ?? languageOf(viewer.lang).locales[0],
    now,
    nowThere,
    today: nowThere.slice(0, 10) as CalendarDay,
    zone,
    isInternational: crossesBorder([tracker.origin, tracker.destination, ...tracker.scans.map(({ place }) => place)]),
  };
}

function zoneOfParcel(scans: Redacted["tracker"]["scans"]): ZoneName {
  for (const { time } of scans) if (time.kind !== "none" && time.zone !== null) return time.zone;
  return "UTC" as ZoneName;
}

function crossesBorder(places: readonly (Place | null)[]): boolean {
  const countries = places.map((place) => place?.country ?? null).filter((country) => country !== null);
  return countries.some((country) => country !== countries[0]);
}
