import { afterEach, describe, expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import type { WallClock, ZoneName } from "./event-time.ts";
import { offsetMinutesAt, utcReadingInGap, utcReadings, wallClockAt } from "./zoned-time.ts";

const chicago = "America/Chicago" as ZoneName;
const at = (text: string) => text as WallClock;

describe("zoned time", () => {
  it("reads an ordinary wall clock as exactly one instant", () => {
    expect(utcReadings(at("2021-09-20T14:03:00"), chicago)).toEqual(["2021-09-20T19:03:00Z"]);
  });

  it("finds no instant for a wall clock inside a spring gap", () => {
    expect(utcReadings(at("2024-03-10T02:30:00"), chicago)).toEqual([]);
    expect(utcReadingInGap(at("2024-03-10T02:30:00"), chicago)).toBe("2024-03-10T08:30:00Z");
  });

  it("finds both instants for a wall clock inside an autumn overlap, earlier first", () => {
    expect(utcReadings(at("2024-11-03T01:30:00"), chicago)).toEqual(["2024-11-03T06:30:00Z", "2024-11-03T07:30:00Z"]);
  });

  it("understands half-hour zones and plain offsets", () => {
    expect(utcReadings(at("2024-06-01T12:00:00"), "Asia/Kolkata" as ZoneName)).toEqual(["2024-06-01T06:30:00Z"]);
    expect(utcReadings(at("2024-06-01T12:00:00"), "-05:00" as ZoneName)).toEqual(["2024-06-01T17:00:00Z"]);
    expect(utcReadings(at("2024-06-01T12:00:00"), "UTC" as ZoneName)).toEqual(["2024-06-01T12:00:00Z"]);
  });

  it("gives back the wall clock of an instant, whatever zone the machine is in", () => {
    expect(wallClockAt("2021-09-17T02:41:00Z" as Instant, "America/Los_Angeles" as ZoneName)).toBe("2021-09-16T19:41:00");
    expect(offsetMinutesAt("2021-09-17T02:41:00Z" as Instant, "America/Los_Angeles" as ZoneName)).toBe(-420);
  });
});

describe("in the hour the machine's own clocks skip", () => {
  const machineZone = process.env.TZ;
  afterEach(() => {
    if (machineZone === undefined) delete process.env.TZ;
    else process.env.TZ = machineZone;
  });

  it("clocks elsewhere are read as they are", () => {
    process.env.TZ = "America/New_York";
    expect(new Date(2026, 2, 8, 2, 30).getHours()).toBe(3);
    expect(wallClockAt("2026-03-08T02:30:00Z" as Instant, "UTC" as ZoneName)).toBe("2026-03-08T02:30:00");
    expect(wallClockAt("2026-03-07T18:30:00Z" as Instant, "Asia/Shanghai" as ZoneName)).toBe("2026-03-08T02:30:00");
    expect(utcReadings(at("2026-03-08T02:30:00"), "Asia/Shanghai" as ZoneName)).toEqual(["2026-03-07T18:30:00Z"]);
    expect(utcReadings(at("2026-03-08T02:30:00"), chicago)).toEqual([]);
  });
});
