import { expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { explainQueries } from "#lib/testing/explain-queries.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { day } from "#lib/testing/snapshots.ts";
import type { Queryable } from "../engine/database.ts";
import type { Books } from "./books.ts";
import { countChunk, findChunkEnd, SERIES } from "./counts.ts";
import { countOpenDeliveries, countWaiting, listUnreadPayloads, listWaitingRows } from "./overview.ts";

const instant = (text: string) => text as Instant;
const range = {
  after: { since: instant("2026-02-01T00:00:00Z"), id: "trk_1" },
  from: instant("2026-01-01T00:00:00Z"),
  until: instant("2026-03-01T00:00:00Z"),
  limit: 20,
};
const urgent = { kind: "urgent", urgency: 2 } as const;
const silent = { kind: "silent" } as const;

type Row = [what: string, index: string, run: (db: Queryable, books: Books) => Promise<unknown>];

const LISTS: Row[] = [
  ["parcels that need somebody", "trackers_urgent", (db, books) => listWaitingRows(db, books, { wait: urgent, range })],
  ["parcels nobody has heard of", "trackers_silent", (db, books) => listWaitingRows(db, books, { wait: silent, range })],
];

const COUNTS: Row[] = [
  ["parcels that need somebody", "trackers_urgent", (db, books) => countWaiting(db, books, { wait: urgent, range })],
  ["parcels nobody has heard of", "trackers_silent", (db, books) => countWaiting(db, books, { wait: silent, range })],
  [
    "deliveries that failed",
    "event_deliveries_open",
    (db, books) => countOpenDeliveries(db, books, { state: "failed", since: range.from, atMost: 100 }),
  ],
  ["payloads that nobody could read", "payloads_with_problem", (db, books) => listUnreadPayloads(db, books, 100)],
];

const SERIES_INDICES: [keyof typeof SERIES, string][] = [
  ["status", "trackers_by_status"],
  ["registered", "trackers_by_age"],
  ["delivered", "trackers_delivered"],
  ["received", "payloads_by_(?:outcome|merchant)"],
  ["invalid", "payloads_by_(?:outcome|merchant)"],
  ["ingested", "payloads_by_(?:outcome|merchant)"],
  ["ignored", "payloads_by_(?:outcome|merchant)"],
  ["pending", "event_deliveries_open"],
  ["failed", "event_deliveries_open"],
  ["accepted", "event_deliveries_by_age"],
];

const UNSORTED = /sort|temp b-tree|scan (?:trackers|payloads|event_deliveries)/i;

describeOnEveryEngine("however many parcels a shop has,", (open) => {
  it.each(LISTS)("the list of %s is read from %s as it stands", async (_, index, run) => {
    const plan = await planOf(await open(), run);
    expect(plan).toMatch(new RegExp(`\\b${index}\\b`));
    expect(plan).not.toMatch(UNSORTED);
  });

  it.each(COUNTS)("%s are counted along %s", async (_, index, run) => {
    expect(await planOf(await open(), run)).toMatch(new RegExp(`\\b${index}\\b`));
  });

  it.each(SERIES_INDICES)("the count of %s goes along %s, chunk by chunk", async (name, index) => {
    const place = SERIES[name]({ merchantId: "mrc_1", mode: "production" }, day("2026-02-01")).along.map(() => "2026-02-10");
    const series = (books: Books) => SERIES[name](books, day("2026-02-01"));
    const ends = await planOf(await open(), (db, books) => findChunkEnd(db, series(books), place, 10));
    expect(ends).toMatch(new RegExp(`\\b${index}\\b`));
    expect(ends).not.toMatch(UNSORTED);
    const counted = await planOf(await open(), (db, books) => countChunk(db, series(books), place, place));
    expect(counted).not.toMatch(/seq scan|scan (?:trackers|payloads|event_deliveries)/i);
  });
});

async function planOf(test: TestDatabase, run: Row[2]): Promise<string> {
  const { id: merchantId } = await createMerchant(test, "fern");
  return explainQueries(test, (db) => run(db, { merchantId, mode: "production" }));
}
