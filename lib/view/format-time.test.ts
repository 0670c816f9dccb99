import { describe, expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import type { WallClock, ZoneName } from "#lib/tracking/event-time.ts";
import { agoText, clockText, dayText, hourText, zoneText } from "./format-time.ts";
import { redact } from "./redact.ts";
import { at, day, onDay, sampleInput } from "./sample-input.ts";
import { scanTimeView } from "./scan-time.ts";
import { createVoice } from "./voice.ts";

const voice = createVoice(redact(sampleInput()));
const zone = (locale: string, name: string, utc: string, local: string) =>
  zoneText(locale, name as ZoneName, { utc: utc as Instant, local: local as WallClock });

describe("times of day", () => {
  it.each([
    ["en-US", "8:10 am", "5 pm", "5:30 pm"],
    ["en-GB", "08:10", "17:00", "17:30"],
    ["de-DE", "08:10", "17:00", "17:30"],
    ["ja-JP", "08:10", "17:00", "17:30"],
    ["ar", "8:10 ص", "5 م", "5:30 م"],
  ])("are written as in %s: %s, %s, %s", (locale, scan, round, half) => {
    expect(clockText(locale, "2026-09-21T08:10:00" as WallClock)).toBe(scan);
    expect(hourText(locale, "17:00")).toBe(round);
    expect(hourText(locale, "17:30")).toBe(half);
  });
});

describe("days", () => {
  it.each([
    ["en-US", "Monday, September 21"],
    ["en-GB", "Monday 21 September"],
    ["de-DE", "Montag, 21. September"],
    ["ja-JP", "9月21日月曜日"],
    ["ar", "الاثنين، 21 سبتمبر"],
  ])("are written as in %s: %s", (locale, text) => {
    expect(dayText(locale, "heading", { day: day("2026-09-21"), today: day("2026-10-01") })).toBe(text);
  });

  it("say the year when it is not this one", () => {
    expect(dayText("en-GB", "long", { day: day("2025-12-31"), today: day("2026-01-01") })).toBe("31 December 2025");
    expect(dayText("en-GB", "weekday", { day: day("2025-12-31"), today: day("2026-01-01") })).toBe("Wednesday");
  });
});

describe("zones", () => {
  it.each([
    ["America/Chicago", "2026-09-21T13:10:00Z", "2026-09-21T08:10:00", "CDT"],
    ["America/Chicago", "2026-01-21T14:10:00Z", "2026-01-21T08:10:00", "CST"],
    ["America/Los_Angeles", "2026-09-17T02:41:00Z", "2026-09-16T19:41:00", "PDT"],
    ["Asia/Tokyo", "2026-09-17T02:41:00Z", "2026-09-17T11:41:00", "JST"],
    ["Europe/London", "2026-09-17T02:41:00Z", "2026-09-17T03:41:00", "BST"],
    ["Asia/Kolkata", "2026-09-17T02:41:00Z", "2026-09-17T08:11:00", "IST"],
    ["Australia/Sydney", "2026-09-17T02:41:00Z", "2026-09-17T12:41:00", "AEST"],
    ["Asia/Riyadh", "2026-09-17T02:41:00Z", "2026-09-17T05:41:00", "UTC+3"],
    ["-03:30", "2026-01-17T02:41:00Z", "2026-01-16T23:11:00", "UTC−3:30"],
    ["UTC", "2026-09-17T02:41:00Z", "2026-09-17T02:41:00", "UTC"],
  ])("%s at %s is called by its abbreviation or its offset", (name, utc, local, label) => {
    expect(zone("en-US", name, utc, local)).toBe(label);
  });

  it("are called what the shopper's own language calls them", () => {
    expect(zone("de-DE", "Europe/Berlin", "2026-09-17T02:41:00Z", "2026-09-17T04:41:00")).toBe("MESZ");
    expect(zone("en-US", "Europe/Berlin", "2026-09-17T02:41:00Z", "2026-09-17T04:41:00")).toBe("CEST");
  });
});

describe("ages", () => {
  const ago = (locale: string, then: string) => agoText(locale, { at: then as Instant, now: "2026-09-21T13:22:00Z" as Instant });

  it("round down, and grow with time", () => {
    expect(ago("en-US", "2026-09-21T13:10:30Z")).toBe("11 minutes ago");
    expect(ago("en-US", "2026-09-21T11:00:00Z")).toBe("2 hours ago");
    expect(ago("en-US", "2026-09-19T13:00:00Z")).toBe("2 days ago");
    expect(ago("en-US", "2026-05-01T13:00:00Z")).toBe("4 months ago");
    expect(ago("de-DE", "2026-09-19T13:00:00Z")).toBe("vor 2 Tagen");
    expect(ago("en-US", "2024-11-03T21:20:00Z")).toBe("22 months ago");
    expect(ago("en-US", "2014-11-19T18:51:00Z")).toBe("11 years ago");
    expect(ago("ja-JP", "2026-09-21T11:00:00Z")).toBe("2時間前");
    expect(ago("ar", "2026-09-19T13:00:00Z")).toBe("قبل يومين");
  });

  it("are none within a minute, nor for what lies ahead of a rounded now", () => {
    expect(ago("en-US", "2026-09-21T13:21:30Z")).toBeNull();
    expect(ago("en-US", "2026-09-21T13:26:00Z")).toBeNull();
  });
});

describe("the time of a scan", () => {
  it("is the local reading with its zone, and UTC beside it", () => {
    expect(scanTimeView(at("2026-09-21T13:10:00Z", "2026-09-21T08:10:00"), voice)).toEqual({
      local: { text: "08:10", dateTime: "2026-09-21T13:10:00Z", zoneLabel: "CDT" },
      utc: { text: "13:10 UTC", dateTime: "2026-09-21T13:10:00Z", zoneLabel: null },
      timeNote: null,
    });
  });

  it("names the day of UTC when it is another one", () => {
    const { utc } = scanTimeView(at("2026-09-17T02:41:00Z", "2026-09-16T19:41:00", "America/Los_Angeles"), voice);
    expect(utc?.text).toBe("02:41 UTC, 17 Sept");
  });

  it("is all day with a note when the carrier gave only a day", () => {
    expect(scanTimeView(onDay("2026-09-18"), voice)).toEqual({
      local: { text: "All day", dateTime: "2026-09-18", zoneLabel: null },
      utc: null,
      timeNote: "no time given",
    });
  });

  it("shows a clock of unknown zone as it is, and no UTC", () => {
    const local = "2026-09-18T06:00:00" as WallClock;
    const view = scanTimeView({ kind: "local", local, utc: null, zone: null, zoneSource: "unknown", settled: null }, voice);
    expect(view).toEqual({ local: { text: "06:00", dateTime: local, zoneLabel: null }, utc: null, timeNote: "time zone unknown" });
  });

  it("marks a reading that a clock change made doubtful", () => {
    const night = at("2026-11-01T06:30:00Z", "2026-11-01T01:30:00");
    if (night.kind !== "local") throw new Error("the sample is a wall clock");
    expect(scanTimeView({ ...night, settled: "overlap" }, voice).timeNote).toBe("clocks went back that night");
    expect(scanTimeView({ ...night, settled: "gap" }, voice).timeNote).toBe("clocks went forward that night");
  });

  it("does not say UTC twice where the local reading is UTC", () => {
    expect(scanTimeView(at("2026-09-18T06:00:00Z", "2026-09-18T06:00:00", "UTC"), voice)).toMatchObject({
      local: { text: "06:00", zoneLabel: "UTC" },
      utc: null,
    });
  });

  it("says so when the carrier gave no time at all", () => {
    expect(scanTimeView({ kind: "none" }, voice)).toEqual({ local: null, utc: null, timeNote: "no time given" });
  });
});
