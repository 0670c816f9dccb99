import { describe, expect, it } from "vitest";
import { day, instant, noTime, timeWithOffset, wallClock, wholeDay } from "#lib/testing/snapshots.ts";
import { calendarDayOf, daysBetween, plusDays, plusMonths, utcDayOf } from "./calendar-day.ts";

describe("calendar days", () => {
  it("counts by how many days a promise moved, either way", () => {
    expect(daysBetween(day("2026-03-10"), day("2026-03-12"))).toBe(2);
    expect(daysBetween(day("2026-03-12"), day("2026-03-10"))).toBe(-2);
    expect(daysBetween(day("2026-03-12"), day("2026-03-12"))).toBe(0);
  });

  it("counts whole days over clock changes, leap days and new years", () => {
    expect(daysBetween(day("2026-03-07"), day("2026-03-09"))).toBe(2);
    expect(daysBetween(day("2024-02-28"), day("2024-03-01"))).toBe(2);
    expect(daysBetween(day("2025-12-31"), day("2026-01-01"))).toBe(1);
  });

  it("takes the day of a scan where it happened, not in UTC", () => {
    expect(calendarDayOf(timeWithOffset("2021-09-16T19:41:00-07:00"))).toBe("2021-09-16");
    expect(calendarDayOf(wallClock("2021-09-16T23:59:00"))).toBe("2021-09-16");
    expect(calendarDayOf(wholeDay("2021-09-18"))).toBe("2021-09-18");
    expect(calendarDayOf(noTime)).toBeNull();
    expect(utcDayOf(instant("2021-09-17T02:41:00Z"))).toBe("2021-09-17");
  });

  it("ends in a shorter month on that month's last day", () => {
    expect(plusMonths(day("2025-11-30"), 3)).toBe("2026-02-28");
    expect(plusMonths(day("2023-11-30"), 3)).toBe("2024-02-29");
    expect(plusMonths(day("2026-01-15"), 3)).toBe("2026-04-15");
    expect(plusMonths(day("2026-01-31"), -2)).toBe("2025-11-30");
    expect(plusDays(day("2026-12-31"), 1)).toBe("2027-01-01");
  });
});
