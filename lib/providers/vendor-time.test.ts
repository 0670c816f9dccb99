import { describe, expect, it } from "vitest";
import { NOWHERE } from "#lib/tracking/place.ts";
import { readCalendarDay, readInstant, readScanTime, readTimeOfDay, readUtcText } from "./vendor-time.ts";

describe("a vendor's day", () => {
  it.each([
    ["2026-03-02T00:00:00Z", "2026-03-02"],
    ["2018-08-02T18:49:42.566", "2018-08-02"],
    ["2024-08-05", "2024-08-05"],
    ["2026-03-02T23:59:59-10:00", "2026-03-02"],
    ["2024-02-29", "2024-02-29"],
  ])("is the day as written: %s", (text, day) => {
    expect(readCalendarDay(text)).toBe(day);
  });

  it.each(["2023-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00", "0001-01-01T00:00:00Z", "02/03/2026", "soon", "", null])(
    "is none where it names no day: %s",
    (text) => {
      expect(readCalendarDay(text)).toBeNull();
    },
  );
});

describe("a vendor's time of day", () => {
  it.each([
    ["21:00:00", "21:00"],
    ["5:30", "05:30"],
    ["00:00", "00:00"],
  ])("%s is %s", (text, time) => {
    expect(readTimeOfDay(text)).toBe(time);
  });

  it.each(["24:00", "12:60", "noon", "", null])("is none where it names no time: %s", (text) => {
    expect(readTimeOfDay(text)).toBeNull();
  });
});

describe("a stamp of the vendor's machines", () => {
  it("has six decimals with Z or +00:00, and is an instant either way", () => {
    expect(readInstant("2022-07-08T13:24:00.128774Z")).toBe(readInstant("2022-07-08T13:24:00.128774+00:00"));
    expect(readInstant("2022-07-08T13:24:00.000000Z")).toBe("2022-07-08T13:24:00Z");
  });

  it("keeps its milliseconds, which tell two pictures of one second apart", () => {
    expect(readInstant("2022-07-08T13:24:00.128774Z")).toBe("2022-07-08T13:24:00.128Z");
    expect(readInstant("2022-07-08T13:24:00.5+02:00")).toBe("2022-07-08T11:24:00.500Z");
  });

  it("at midnight is still an instant", () => {
    expect(readInstant("2024-08-16T00:00:00Z")).toBe("2024-08-16T00:00:00Z");
  });

  it("without a zone cannot be placed in time", () => {
    expect(readInstant("2018-07-30T18:49:42.586")).toBeNull();
    expect(readInstant("yesterday")).toBeNull();
    expect(readInstant(null)).toBeNull();
  });
});

describe("a time documented as UTC", () => {
  it("is an instant with Z, a wall clock without, a day at exact midnight", () => {
    expect(readUtcText("2026-07-23T13:03:00Z")).toEqual({ kind: "utc", utc: "2026-07-23T13:03:00Z" });
    expect(readUtcText("2018-07-29T16:44:42.586")).toMatchObject({ kind: "local" });
    expect(readUtcText("2016-07-23T00:00:00Z")).toEqual({ kind: "day", day: "2016-07-23" });
    expect(readUtcText(null)).toEqual({ kind: "none" });
  });
});

describe("the time of a scan", () => {
  it("that nobody can read is none, and its text is noted", () => {
    expect(readScanTime(readUtcText("last Tuesday"), NOWHERE, "last Tuesday")).toEqual({
      time: { kind: "none" },
      notes: [{ field: "time", word: "last Tuesday" }],
    });
  });

  it("that was not given is none, without a note", () => {
    expect(readScanTime({ kind: "none" }, NOWHERE, null)).toEqual({ time: { kind: "none" }, notes: [] });
  });
});
