import { describe, expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import type { EventTime, WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";
import { inspectTime } from "./inspect-time.ts";
import { at, NOW, onDay, SARCOXIE } from "./sample-input.ts";

const inspect = (time: EventTime, place: Place = SARCOXIE) => inspectTime(time, place, NOW);

describe("how a scan's time was read", () => {
  it("is its clock there, the zone's word for it, and UTC", () => {
    expect(inspect(at("2026-09-21T13:10:00Z", "2026-09-21T08:10:00"))).toEqual({
      text: "21 Sept, 08:10 CDT",
      utc: "13:10 UTC",
      dateTime: "2026-09-21T13:10:00Z",
      evidence: ["Zone by the postal code 64862."],
    });
  });

  it("says the day in UTC where that is another", () => {
    expect(inspect(at("2026-09-22T02:41:00Z", "2026-09-21T21:41:00")).utc).toBe("22 Sept, 02:41 UTC");
  });

  it.each([
    ["carrier", "America/Chicago", "The carrier gave the offset."],
    ["carrier", "UTC", "The carrier gave it in UTC."],
    ["coordinates", "America/Chicago", "Zone by the coordinates 37.069, -94.117."],
    ["city", "America/Chicago", "Zone by the place SARCOXIE, MO, US."],
    ["facility_text", "America/Chicago", "Zone by the place named in “OAK CREEK WI DISTRIBUTION CENTER”."],
    ["country", "Asia/Tokyo", "Zone by the country: US has only one."],
  ] as const)("names its evidence: %s in %s", (zoneSource, zone, evidence) => {
    const place = { ...SARCOXIE, facility: "OAK CREEK WI DISTRIBUTION CENTER", latitude: 37.0689, longitude: -94.1166 };
    const local = "2026-09-21T08:10:00" as WallClock;
    const time = { kind: "instant", utc: "2026-09-21T13:10:00Z" as Instant, local, zone: zone as ZoneName, zoneSource } as const;
    expect(inspect(time, place).evidence).toEqual([evidence]);
  });

  it("says no more than the carrier did", () => {
    const local = "2026-09-21T08:10:00" as WallClock;
    const unknown: EventTime = { kind: "local", local, utc: null, zone: null, zoneSource: "unknown", settled: null };
    expect(inspect(unknown, NOWHERE)).toEqual({
      text: "21 Sept, 08:10",
      utc: null,
      dateTime: local,
      evidence: ["Zone unknown: nothing tells where it was."],
    });
    expect(inspect(onDay("2026-09-21"))).toMatchObject({ text: "21 Sept", evidence: ["Only the day was given."] });
    expect(inspect({ kind: "none" })).toEqual({ text: "No time given", utc: null, dateTime: null, evidence: [] });
  });

  it("says where a clock change makes it doubtful", () => {
    const time = at("2026-11-01T06:30:00Z", "2026-11-01T01:30:00");
    expect(inspect({ ...time, settled: "overlap" } as EventTime).evidence).toHaveLength(2);
  });
});
