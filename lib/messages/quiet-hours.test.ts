import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochMsOf, formatInstant, HOUR_MS } from "#lib/shared/clock.ts";
import { instant, timeWithOffset } from "#lib/testing/snapshots.ts";
import type { ZoneName } from "#lib/tracking/event-time.ts";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";
import { wallClockAt } from "#lib/tracking/zoned-time.ts";
import { quietUntil } from "./quiet-hours.ts";
import { shopperZone } from "./shopper-zone.ts";

const BERLIN = "Europe/Berlin" as ZoneName;
const at = (text: string) => formatInstant(Date.parse(text));
const hours = (from: number, until: number) => ({ from: from * 60, until: until * 60 });
const NIGHT = hours(22, 7);

describe("quiet hours", () => {
  it.each<[string, string, string | null]>([
    ["in the evening", "2026-01-10T21:59:59+01:00", null],
    ["from their first minute on", "2026-01-10T22:00:00+01:00", "2026-01-11T07:00:00+01:00"],
    ["after midnight", "2026-01-11T00:30:00+01:00", "2026-01-11T07:00:00+01:00"],
    ["until their last minute", "2026-01-11T06:59:59+01:00", "2026-01-11T07:00:00+01:00"],
    ["in the morning", "2026-01-11T07:00:00+01:00", null],
    ["through the night that is an hour short", "2026-03-28T23:00:00+01:00", "2026-03-29T07:00:00+02:00"],
    ["through the night that is an hour long", "2026-10-24T23:00:00+02:00", "2026-10-25T07:00:00+01:00"],
    ["over New Year", "2026-12-31T23:30:00+01:00", "2027-01-01T07:00:00+01:00"],
  ])("%s", (_, now, until) => {
    expect(quietUntil(at(now), BERLIN, NIGHT)).toBe(until && at(until));
  });

  it("within a day are over on the same day", () => {
    expect(quietUntil(at("2026-01-10T13:30:00+01:00"), BERLIN, hours(13, 15))).toBe(at("2026-01-10T15:00:00+01:00"));
    expect(quietUntil(at("2026-01-10T15:30:00+01:00"), BERLIN, hours(13, 15))).toBeNull();
  });

  it("that end in the hour clocks skip end where they go on, and in the hour they repeat, the first time and again", () => {
    const untilHalfPastTwo = { from: 0, until: 150 };
    expect(quietUntil(at("2026-03-29T01:30:00+01:00"), BERLIN, untilHalfPastTwo)).toBe(at("2026-03-29T03:30:00+02:00"));
    expect(quietUntil(at("2026-10-25T02:10:00+02:00"), BERLIN, untilHalfPastTwo)).toBe(at("2026-10-25T02:30:00+02:00"));
    expect(quietUntil(at("2026-10-25T02:10:00+01:00"), BERLIN, untilHalfPastTwo)).toBe(at("2026-10-25T02:30:00+01:00"));
  });

  it("that begin when they end are none", () => {
    expect(quietUntil(at("2026-01-10T09:00:00+01:00"), BERLIN, hours(9, 9))).toBeNull();
  });

  it("end within a day, at a moment that is loud, wherever and whenever", () => {
    const zones = ["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"] as ZoneName[];
    const minute = fc.integer({ min: 0, max: 1439 });
    const year = fc.integer({ min: epochMsOf(at("2026-01-01T00:00:00Z")) / 1000, max: epochMsOf(at("2027-01-01T00:00:00Z")) / 1000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minute, minute, year, (zone, from, until, seconds) => {
        const now = formatInstant(seconds * 1000);
        const end = quietUntil(now, zone, { from, until });
        if (end === null) return;
        expect(epochMsOf(end)).toBeGreaterThan(epochMsOf(now));
        expect(epochMsOf(end) - epochMsOf(now)).toBeLessThanOrEqual(26 * HOUR_MS);
        // An end in the hour that clocks skip is read an hour later, which may be quiet again.
        if (wallClockAt(end, zone).slice(11, 16) === clockText(until)) expect(quietUntil(end, zone, { from, until })).toBeNull();
      }),
    );
  });
});

const clockText = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

describe("a shopper's night", () => {
  const place = (parts: Partial<Place>) => ({ ...NOWHERE, ...parts });
  const scan = { time: timeWithOffset("2026-03-02T10:00:00-05:00") };
  const zoneOf = (time_zone: string | null, destination: Place | null, scans: object[] = []) =>
    shopperZone({ time_zone }, { destination, scans } as Parameters<typeof shopperZone>[1]);

  it("is where their browser is, else where the parcel goes, else where it was last seen", () => {
    const chicago = place({ city: "Chicago", region: "IL", country: "US" });
    expect(zoneOf("Asia/Tokyo", chicago, [scan])).toBe("Asia/Tokyo");
    expect(zoneOf(null, chicago, [scan])).toBe("America/Chicago");
    expect(zoneOf(null, place({ country: "US" }), [scan])).toBe("-05:00");
    expect(zoneOf(null, null)).toBe("UTC");
  });

  it("is nowhere a browser made up", () => {
    expect(zoneOf("Mars/Olympus", place({ country: "DE" }))).toBe("Europe/Berlin");
  });

  it("is told by an offset as well as by a name", () => {
    const offset = zoneOf(null, null, [scan]);
    expect(quietUntil(instant("2026-03-02T04:00:00Z"), offset, NIGHT)).toBe("2026-03-02T12:00:00Z");
  });
});
