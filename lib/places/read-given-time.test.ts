import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGivenTime, readUtcAndLocalPair } from "./read-given-time.ts";

describe("a vendor's time text", () => {
  it.each([
    ["2025-01-12T07:03:00-07:00", "2025-01-12T14:03:00Z", "2025-01-12T07:03:00", -420],
    ["2025-01-12T07:03:00+05:45", "2025-01-12T01:18:00Z", "2025-01-12T07:03:00", 345],
    ["2025-01-12 07:03:00 +0100", "2025-01-12T06:03:00Z", "2025-01-12T07:03:00", 60],
    ["2025-01-12T07:03+01", "2025-01-12T06:03:00Z", "2025-01-12T07:03:00", 60],
    ["2025-01-12T07:03:00.123456-00:00", "2025-01-12T07:03:00Z", "2025-01-12T07:03:00", 0],
  ])("%s with an offset is an instant", (text, utc, local, offsetMinutes) => {
    expect(readGivenTime(text, "z_means_unknown")).toEqual({ kind: "instant", utc, local, offsetMinutes });
  });

  it("with Z is UTC where the vendor means it", () => {
    expect(readGivenTime("2022-07-08T13:24:00.128774Z", "offset_is_true")).toEqual({ kind: "utc", utc: "2022-07-08T13:24:00Z" });
  });

  it("with Z is a wall clock where the vendor writes Z for want of a zone", () => {
    expect(readGivenTime("2022-07-08T13:24:00Z", "z_means_unknown")).toEqual({ kind: "local", local: "2022-07-08T13:24:00" });
  });

  it("without zone is a wall clock", () => {
    expect(readGivenTime("2018-07-29T16:44:42.586", "offset_is_true")).toEqual({ kind: "local", local: "2018-07-29T16:44:42" });
    expect(readGivenTime(" 2018-07-29 16:44 ", "offset_is_true")).toEqual({ kind: "local", local: "2018-07-29T16:44:00" });
  });

  it("of a date only is a day", () => {
    expect(readGivenTime("2024-02-29", "offset_is_true")).toEqual({ kind: "day", day: "2024-02-29" });
  });

  it.each([
    null,
    undefined,
    "",
    "yesterday",
    "2024-02-30",
    "2023-02-29T10:00:00Z",
    "2024-13-01",
    "2024-01-01T25:00:00",
    "2024-01-01T24:00:00Z",
    "2024-01-01T10:60:00",
    "2024-01-01T10:00:60Z",
    "2024-01-01T10:00:00+15:00",
    "2024-01-01T10:00:00-12:30",
    "2024-01-01T10:00:00+05:75",
    "0001-01-01T00:00:00",
    "04/25/2024 13:26",
    "2024-1-2",
    "1714051560",
  ])("%s says no time", (text) => {
    expect(readGivenTime(text, "offset_is_true")).toEqual({ kind: "none" });
  });

  it("never throws and never invents a part, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9T:Z.+ -]{0,32}$/)), (text) => {
        const given = readGivenTime(text, "offset_is_true");
        const written = "local" in given ? given.local : "day" in given ? given.day : "";
        expect(text).toContain(written.slice(0, 10));
      }),
    );
  });
});

describe("ShipEngine's pair of occurred_at and carrier_occurred_at", () => {
  it("gives the offset by its difference", () => {
    expect(readUtcAndLocalPair("2021-09-17T02:41:00Z", "2021-09-16T19:41:00")).toEqual({
      kind: "instant",
      utc: "2021-09-17T02:41:00Z",
      local: "2021-09-16T19:41:00",
      offsetMinutes: -420,
    });
    expect(readUtcAndLocalPair("2021-09-17T02:41:00Z", "2021-09-17T08:26:00")).toMatchObject({ kind: "instant", offsetMinutes: 345 });
  });

  it("may differ by cut seconds", () => {
    expect(readUtcAndLocalPair("2024-11-22T18:58:40Z", "2024-11-22T13:58:00")).toMatchObject({
      offsetMinutes: -300,
      utc: "2024-11-22T18:58:00Z",
    });
  });

  it("with equal fields says that nobody knew the zone", () => {
    expect(readUtcAndLocalPair("2021-09-18T10:15:00Z", "2021-09-18T10:15:00")).toEqual({ kind: "local", local: "2021-09-18T10:15:00" });
    expect(readUtcAndLocalPair("2021-09-18T10:15:00Z", "2021-09-18T10:15:00Z")).toEqual({ kind: "local", local: "2021-09-18T10:15:00" });
  });

  it("with midnight in both says only the day, whatever the seconds", () => {
    expect(readUtcAndLocalPair("2021-09-18T00:00:00Z", "2021-09-18T00:00:00")).toEqual({ kind: "day", day: "2021-09-18" });
    expect(readUtcAndLocalPair("2021-09-18T00:00:13Z", "2021-09-18T00:00:00")).toEqual({ kind: "day", day: "2021-09-18" });
    expect(readUtcAndLocalPair("2021-09-18T00:00:00Z", null)).toEqual({ kind: "day", day: "2021-09-18" });
  });

  it.each([
    ["nineteen hours apart", "2021-09-18T00:00:00Z", "2021-09-18T19:00:00"],
    ["seven minutes apart", "2021-09-18T10:00:00Z", "2021-09-18T10:07:00"],
    ["fifteen hours apart", "2021-09-18T15:00:00Z", "2021-09-18T00:00:00"],
  ])("%s is no offset any clock has", (_, utc, local) => {
    expect(readUtcAndLocalPair(utc, local)).toEqual({ kind: "local", local });
  });

  it("makes do with one of the two", () => {
    expect(readUtcAndLocalPair(null, "2021-09-18T10:15:00")).toEqual({ kind: "local", local: "2021-09-18T10:15:00" });
    expect(readUtcAndLocalPair("2021-09-18T10:15:00Z", "")).toEqual({ kind: "utc", utc: "2021-09-18T10:15:00Z" });
    expect(readUtcAndLocalPair(null, null)).toEqual({ kind: "none" });
    expect(readUtcAndLocalPair(null, "2021-09-18")).toEqual({ kind: "day", day: "2021-09-18" });
  });
});
