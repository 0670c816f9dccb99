import { expect, it } from "vitest";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { explainQueries } from "#lib/testing/explain-queries.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import type { Queryable } from "../engine/database.ts";
import type { Books } from "./books.ts";
import { cancelPending, listDeliveryRows, reviveDeliveries } from "./event-deliveries.ts";
import { listEventRows } from "./events.ts";
import { listOrderRows } from "./orders.ts";
import { listPayloadRows } from "./payloads.ts";
import { listTrackerRows } from "./trackers.ts";

const NOW = "2026-03-01T12:00:00Z" as Instant;
const range = { before: null, after: null, createdFrom: null, createdUntil: null, order: "desc", limit: 20 } as const;
const later = { ...range, before: { created_at: NOW, tracker_version: 1, id: "z" } };
const UPS = "ups" as CarrierSlug;
const endpointId = "hook_1";

type Row = [what: string, index: string, run: (db: Queryable, books: Books) => Promise<unknown>];

/** Nothing is sorted, and nothing is passed over but what was deleted. */
const LISTS: Row[] = [
  ["trackers", "trackers_by_age", (db, books) => listTrackerRows(db, books, { range })],
  ["trackers in one status", "trackers_by_status", (db, books) => listTrackerRows(db, books, { range: later, status: "failure" })],
  ["trackers of one carrier", "trackers_by_carrier", (db, books) => listTrackerRows(db, books, { range: later, carrier: UPS })],
  ["events", "events_by_age", (db, books) => listEventRows(db, books, { range: later })],
  ["orders", "orders_by_age", (db, books) => listOrderRows(db, books, { range: later })],
  ["deliveries", "event_deliveries_by_age", (db, books) => listDeliveryRows(db, books, { range: later })],
  ["deliveries to an endpoint", "event_deliveries_by_endpoint", (db, books) => listDeliveryRows(db, books, { range: later, endpointId })],
  ["deliveries that failed", "event_deliveries_open", (db, books) => listDeliveryRows(db, books, { range: later, state: "failed" })],
];

/** What is found is little, so that it may be sorted. */
const SEARCHES: Row[] = [
  [
    "an endpoint's deliveries to try again",
    "event_deliveries_open_by_endpoint",
    (db, { merchantId }) =>
      reviveDeliveries(db, { id: endpointId, merchantId }, { states: ["pending", "failed"], now: NOW, afterId: "", limit: 100 }),
  ],
  [
    "an endpoint's deliveries to give up",
    "event_deliveries_open_by_endpoint",
    (db, { merchantId }) => cancelPending(db, { id: endpointId, merchantId }),
  ],
  [
    "payloads that need a look",
    "payloads_with_problem",
    (db, { merchantId }) => listPayloadRows(db, { merchantId, filter: "invalid", limit: 20 }),
  ],
];

describeOnEveryEngine("a list, however long,", (open) => {
  it.each(LISTS)("of %s is read from %s as it stands", async (_, index, run) => {
    const plan = await planOf(await open(), run);
    expect(plan).toMatch(new RegExp(`\\b${index}\\b`));
    expect(plan).not.toMatch(/sort|temp b-tree|scan (?:trackers|events|orders|event_deliveries)/i);
  });

  it("is one range of its index from a row on", async () => {
    const plan = await planOf(await open(), (db, books) => listTrackerRows(db, books, { range: later }));
    expect(plan).toMatch(/\(created_at, ?id\) ?</);
  });

  it.each(SEARCHES)("is searched for %s by %s", async (_, index, run) => {
    expect(await planOf(await open(), run)).toMatch(new RegExp(`\\b${index}\\b`));
  });
});

async function planOf(test: TestDatabase, run: Row[2]): Promise<string> {
  const { id: merchantId } = await createMerchant(test, "fern");
  return explainQueries(test, (db) => run(db, { merchantId, mode: "production" }));
}
