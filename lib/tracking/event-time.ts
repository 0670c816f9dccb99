import type { Instant } from "#lib/shared/clock.ts";

/** A wall clock without zone: `2026-03-01T17:04:00`, seconds always present. */
export type WallClock = string & { readonly __brand: "WallClock" };
/** A calendar day: `2026-03-01`. */
export type CalendarDay = string & { readonly __brand: "CalendarDay" };
/** An IANA name such as `America/Chicago`, `UTC`, or an offset such as `-05:00` where only that is known. */
export type ZoneName = string & { readonly __brand: "ZoneName" };

export const ZONE_SOURCES = ["carrier", "coordinates", "postal_code", "city", "facility_text", "country", "unknown"] as const;
/** How the zone of a scan is known, best first. */
export type ZoneSource = (typeof ZONE_SOURCES)[number];
export type KnownZoneSource = Exclude<ZoneSource, "unknown">;

/** What the carrier's text says by itself, before any place is looked up. Made by `readGivenTime` and the providers' maps. */
export type GivenTime =
  | { kind: "instant"; utc: Instant; local: WallClock; offsetMinutes: number }
  /** A true UTC instant whose local offset was not given. */
  | { kind: "utc"; utc: Instant }
  | { kind: "local"; local: WallClock }
  | { kind: "day"; day: CalendarDay }
  | { kind: "none" };

/**
 * What we can honestly say about when a scan happened.
 * - `instant`: the carrier gave an offset (or true UTC); `zone` names it, `UTC` where the place is unknown.
 * - `local`: a wall clock; `utc` and `zone` are present when the zone was inferred from the place.
 *   `settled` marks a reading that a DST gap or overlap made doubtful.
 * - `day`: only the calendar day. `none`: the carrier gave no time at all.
 */
export type EventTime =
  | { kind: "instant"; utc: Instant; local: WallClock; zone: ZoneName; zoneSource: KnownZoneSource }
  | {
      kind: "local";
      local: WallClock;
      utc: Instant | null;
      zone: ZoneName | null;
      zoneSource: ZoneSource;
      settled: "gap" | "overlap" | null;
    }
  | { kind: "day"; day: CalendarDay; zone: ZoneName | null; zoneSource: ZoneSource }
  | { kind: "none" };

/** The moment, where it is known: given by the carrier or inferred from the place. */
export function instantOf(time: EventTime): Instant | null {
  return time.kind === "instant" || time.kind === "local" ? time.utc : null;
}
