import { describe, expect, it } from "vitest";
import { instant, noTime, timeWithOffset, wallClock, wholeDay } from "#lib/testing/snapshots.ts";
import { formatMillis, formatScanTime, formatSeconds } from "./easypost-time.ts";

describe("a scan's time in EasyPost's writing", () => {
  it.each([
    ["the carrier's own offset", timeWithOffset("2025-01-12T07:03:00-07:00"), "2025-01-12T07:03:00-07:00"],
    ["half an hour's offset", timeWithOffset("2025-01-12T07:03:00+05:30"), "2025-01-12T07:03:00+05:30"],
    ["a known offset of nought", timeWithOffset("2025-01-12T07:03:00+00:00"), "2025-01-12T07:03:00+00:00"],
    [
      "the offset of the place",
      wallClock("2026-03-01T17:04:00", { zone: "America/Chicago", utc: "2026-03-01T23:04:00Z" }),
      "2026-03-01T17:04:00-06:00",
    ],
    ["Z where nobody knows the zone", wallClock("2026-03-01T17:04:00"), "2026-03-01T17:04:00Z"],
    ["the bare day where no hour was given", wholeDay("2026-03-01"), "2026-03-01"],
    ["null where there was no time at all", noTime, null],
  ])("has %s", (_, time, text) => {
    expect(formatScanTime(time)).toBe(text);
  });
});

describe("EasyPost's own stamps", () => {
  it("are to the second on trackers and to the millisecond on events", () => {
    expect([formatSeconds(instant("2024-08-02T19:26:52.345Z")), formatMillis(instant("2024-08-02T19:26:52Z"))]).toEqual([
      "2024-08-02T19:26:52Z",
      "2024-08-02T19:26:52.000Z",
    ]);
  });
});
