import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import type { GivenTime, WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";
import { wallClockAt } from "#lib/tracking/zoned-time.ts";
import { readGivenTime, readUtcAndLocalPair } from "./read-given-time.ts";
import { resolveEventTime } from "./resolve-event-time.ts";

const at = (place: Partial<Place>): Place => ({ ...NOWHERE, ...place });
const given = (text: string): GivenTime => readGivenTime(text, "offset_is_true");
const MILWAUKEE = at({ city: "Milwaukee", region: "WI", country: "US" });
const SAITAMA = at({ city: "SAITAMA", country: "JP" });

describe("an offset given by the carrier", () => {
  it("is named by the place's zone where that agrees", () => {
    expect(resolveEventTime(given("2024-11-23T06:07:00-06:00"), MILWAUKEE)).toEqual({
      kind: "instant",
      utc: "2024-11-23T12:07:00Z",
      local: "2024-11-23T06:07:00",
      zone: "America/Chicago",
      zoneSource: "carrier",
    });
  });

  it("stands alone where the place disagrees or is unknown", () => {
    expect(resolveEventTime(given("2024-11-23T06:07:00-05:00"), MILWAUKEE)).toMatchObject({
      utc: "2024-11-23T11:07:00Z",
      zone: "-05:00",
      zoneSource: "carrier",
    });
    expect(resolveEventTime(given("2024-11-23T06:07:00+05:30"), NOWHERE)).toMatchObject({ utc: "2024-11-23T00:37:00Z", zone: "+05:30" });
  });

  it("wins over USPS's GMTTimestamp with the wrong date", () => {
    const evening: GivenTime = {
      kind: "instant",
      utc: "2024-11-25T00:31:21Z" as Instant,
      local: "2024-11-25T18:31:00" as WallClock,
      offsetMinutes: -360,
    };
    expect(resolveEventTime(evening, MILWAUKEE)).toMatchObject({ utc: "2024-11-26T00:31:00Z", local: "2024-11-25T18:31:00" });
  });

  it("taken from a GMTTimestamp with the wrong date is a day off in Honolulu: a wall clock", () => {
    const pair = readUtcAndLocalPair("2024-11-25T06:00:00Z", "2024-11-25T20:00:00");
    expect(resolveEventTime(pair, at({ city: "HONOLULU", region: "HI", postalCode: "96813", country: "US" }))).toMatchObject({
      kind: "local",
      utc: "2024-11-26T06:00:00Z",
      zone: "Pacific/Honolulu",
      zoneSource: "postal_code",
    });
    expect(resolveEventTime(given("2024-11-25T20:00:00+14:00"), at({ country: "KI", city: "Kiritimati" }))).toMatchObject({
      utc: "2024-11-25T06:00:00Z",
    });
  });

  it("of +00:00 abroad is FedEx's dummy: a wall clock", () => {
    expect(resolveEventTime(given("2014-05-08T19:02:00+00:00"), SAITAMA)).toEqual({
      kind: "local",
      local: "2014-05-08T19:02:00",
      utc: "2014-05-08T10:02:00Z",
      zone: "Asia/Tokyo",
      zoneSource: "city",
      settled: null,
    });
  });

  it("of +00:00 in a country where no clock shows it is a wall clock of unknown zone", () => {
    expect(resolveEventTime(given("2014-05-08T19:02:00+00:00"), at({ country: "US" }))).toMatchObject({
      kind: "local",
      utc: null,
      zone: null,
      zoneSource: "unknown",
    });
  });

  it("of +00:00 is true in London in winter, not in summer", () => {
    const london = at({ city: "London", country: "GB" });
    expect(resolveEventTime(given("2024-01-08T19:02:00+00:00"), london)).toMatchObject({
      kind: "instant",
      zone: "Europe/London",
      zoneSource: "carrier",
    });
    expect(resolveEventTime(given("2024-07-08T19:02:00+00:00"), london)).toMatchObject({ kind: "local", utc: "2024-07-08T18:02:00Z" });
  });
});

describe("true UTC", () => {
  it("is shown in the place's zone", () => {
    expect(resolveEventTime(given("2024-07-01T18:00:00Z"), MILWAUKEE)).toEqual({
      kind: "instant",
      utc: "2024-07-01T18:00:00Z",
      local: "2024-07-01T13:00:00",
      zone: "America/Chicago",
      zoneSource: "city",
    });
  });

  it("stays UTC where the place is unknown", () => {
    expect(resolveEventTime(given("2024-07-01T18:00:00Z"), NOWHERE)).toMatchObject({
      local: "2024-07-01T18:00:00",
      zone: "UTC",
      zoneSource: "carrier",
    });
  });
});

describe("a wall clock", () => {
  it("without a known place has no instant", () => {
    expect(resolveEventTime(given("2024-07-01T18:00:00"), at({ city: "Springfield" }))).toEqual({
      kind: "local",
      local: "2024-07-01T18:00:00",
      utc: null,
      zone: null,
      zoneSource: "unknown",
      settled: null,
    });
  });

  it.each([
    ["America/Phoenix", at({ city: "Phoenix", region: "AZ" }), "2024-07-01T19:00:00Z"],
    ["America/Denver", at({ city: "Window Rock", region: "AZ" }), "2024-07-01T18:00:00Z"],
    ["Asia/Kathmandu", at({ city: "Kathmandu" }), "2024-07-01T06:15:00Z"],
    ["Australia/Lord_Howe", at({ postalCode: "2898", country: "AU" }), "2024-07-01T01:30:00Z"],
    ["America/St_Johns", at({ city: "St. John's", region: "NL", country: "CA" }), "2024-07-01T14:30:00Z"],
  ])("in %s is read there", (zone, place, utc) => {
    expect(resolveEventTime(given("2024-07-01T12:00:00"), place)).toMatchObject({ zone, utc, settled: null });
  });

  it("inside a DST gap is read with the offset before it, and marked", () => {
    expect(resolveEventTime(given("2026-03-08T02:30:00"), MILWAUKEE)).toMatchObject({ utc: "2026-03-08T08:30:00Z", settled: "gap" });
  });

  it("inside a DST overlap is read as the earlier, and marked", () => {
    expect(resolveEventTime(given("2026-11-01T01:30:00"), MILWAUKEE)).toMatchObject({ utc: "2026-11-01T06:30:00Z", settled: "overlap" });
  });

  it("inside Lord Howe's half-hour overlap is marked too", () => {
    expect(resolveEventTime(given("2026-04-05T01:45:00"), at({ postalCode: "2898", country: "AU" }))).toMatchObject({
      utc: "2026-04-04T14:45:00Z",
      settled: "overlap",
    });
  });
});

describe("less than a time", () => {
  it("keeps a day a day", () => {
    expect(resolveEventTime(given("2024-07-01"), MILWAUKEE)).toEqual({
      kind: "day",
      day: "2024-07-01",
      zone: "America/Chicago",
      zoneSource: "city",
    });
    expect(resolveEventTime(given("2024-07-01"), NOWHERE)).toEqual({ kind: "day", day: "2024-07-01", zone: null, zoneSource: "unknown" });
  });

  it("keeps no time none", () => {
    expect(resolveEventTime({ kind: "none" }, MILWAUKEE)).toEqual({ kind: "none" });
  });
});

describe("whatever a vendor sends", () => {
  const words = fc.option(
    fc.oneof(
      fc.string(),
      fc.constantFrom("Springfield", "PHOENIX", "AZ", "US", "DE", "2898", "86515", "OAK CREEK WI DISTRIBUTION CENTER", "AU"),
    ),
    { nil: null },
  );
  const place = fc.record<Place>({
    city: words,
    region: words,
    postalCode: words,
    country: words,
    facility: words,
    latitude: fc.option(fc.double(), { nil: null }),
    longitude: fc.option(fc.double({ min: -200, max: 200 }), { nil: null }),
  });
  const text = fc
    .tuple(
      fc.date({ min: new Date("1991-01-01T00:00:00Z"), max: new Date("2040-01-01T00:00:00Z"), noInvalidDate: true }),
      fc.constantFrom("", "Z", "+00:00", "-05:00", "+05:45", "+14:00"),
    )
    .map(([date, zone]) => date.toISOString().slice(0, 19) + zone);

  it("never throws, and UTC and local time agree under the zone", () => {
    fc.assert(
      fc.property(text, place, (written, where) => {
        const time = resolveEventTime(given(written), where);
        if (time.kind !== "instant" && time.kind !== "local") throw new Error(`${written} became ${time.kind}`);
        if (time.kind === "local" && (time.utc === null || time.zone === null)) {
          expect([time.utc, time.zone, time.zoneSource]).toEqual([null, null, "unknown"]);
        } else if (time.utc !== null && time.zone !== null && !(time.kind === "local" && time.settled === "gap")) {
          expect(wallClockAt(time.utc, time.zone as ZoneName)).toBe(time.local);
        }
      }),
      { numRuns: 300 },
    );
  });
});
