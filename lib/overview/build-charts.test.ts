import { expect, it } from "vitest";
import type { CountRow } from "#lib/db/queries/counts.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { buildCharts } from "./build-charts.ts";
import { countsOf } from "./counts.ts";

const chartsOf = (...rows: [CountRow["metric"], string, number][]) =>
  buildCharts({
    countedAt: "2026-03-01T12:00:00Z" as Instant,
    counts: countsOf(rows.map(([metric, key, count]) => ({ metric, key, count }))),
  });

it("charts show thirty days up to that of the count, quiet ones too", () => {
  const { parcels, received, sent } = chartsOf(["registered", "2026-02-28", 3], ["delivered", "2026-03-01", 1]);
  for (const days of [parcels, received, sent])
    expect([days.length, days[0]?.on, days.at(-1)?.on]).toEqual([30, "2026-01-31", "2026-03-01"]);
  expect(parcels.slice(-2)).toEqual([
    { on: "2026-02-28", registered: 3, delivered: 0 },
    { on: "2026-03-01", registered: 0, delivered: 1 },
  ]);
});

it("statuses come in the order of a journey, and only those there are", () => {
  const { statuses } = chartsOf(["status", "delivered", 5], ["status", "in_transit", 2], ["status", "failure", 0]);
  expect(statuses).toEqual([
    { status: "in_transit", count: 2 },
    { status: "delivered", count: 5 },
  ]);
});

it("what nobody has read yet is not read", () => {
  const { received } = chartsOf(["in.received", "2026-03-01", 1], ["in.invalid", "2026-03-01", 2], ["in.ingested", "2026-03-01", 4]);
  expect(received.at(-1)).toEqual({ on: "2026-03-01", read: 4, ignored: 0, unread: 3 });
});

it("a share is one of what was tried, and none of nothing", () => {
  const { acceptance, acceptanceInAll } = chartsOf(
    ["out.at_once", "2026-03-01", 3],
    ["out.retrying", "2026-03-01", 1],
    ["out.waiting", "2026-03-01", 9],
    ["out.at_once", "2026-02-28", 1],
  );
  expect(acceptance.slice(-3).map(({ share }) => share)).toEqual([null, 1, 0.75]);
  expect(acceptanceInAll).toBe(0.8);
  expect(chartsOf().acceptanceInAll).toBeNull();
});
