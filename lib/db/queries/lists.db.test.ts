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
import { type ParcelFilter, type Way, walkParcels } from "./parcel-search.ts";
import { findParcelRows } from "./parcels.ts";
import { listPayloadRows } from "./payloads.ts";
import { deleteEndedSubscriptions, deleteUnconfirmedSubscriptions } from "./retention.ts";
import { listSentMessageRows } from "./sent-messages.ts";
import { countConfirmations, listSubscriptionsOfAddress } from "./subscriptions.ts";
import { listSuppressionRows } from "./suppressions.ts";
import { listTrackerRows } from "./trackers.ts";

const NOW = "2026-03-01T12:00:00Z" as Instant;
const range = { before: null, after: null, createdFrom: null, createdUntil: null, order: "desc", limit: 20 } as const;
const later = { ...range, before: { created_at: NOW, tracker_version: 1, id: "z" } };
const UPS = "ups" as CarrierSlug;
const suppressedLater = { ...range, before: { created_at: NOW, address_digest: "d", id: "d" } };
const endpointId = "hook_1";
const address = { channel: "email", addressDigest: "d" } as const;

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
  ["suppressed addresses", "suppressions_by_age", (db, { merchantId }) => listSuppressionRows(db, { merchantId, range: suppressedLater })],
  ["deliveries that failed", "event_deliveries_open", (db, books) => listDeliveryRows(db, books, { range: later, state: "failed" })],
  ["messages", "messages_by_merchant", (db, books) => listSentMessageRows(db, books, { range: later })],
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
    "who wants to be told at an address",
    "subscriptions_by_address",
    (db, { merchantId }) => listSubscriptionsOfAddress(db, { merchantId, ...address }),
  ],
  [
    "how often a mailbox was asked to confirm",
    "subscriptions_by_mailbox",
    (db, { merchantId }) => countConfirmations(db, { merchantId, mailboxDigest: "d", trackerId: null }, NOW),
  ],
  [
    "who did not confirm",
    "subscriptions_unconfirmed",
    (db, { merchantId }) => deleteUnconfirmedSubscriptions(db, { merchantId, before: NOW, limit: 100 }),
  ],
  [
    "who was told long ago",
    "subscriptions_ended",
    (db, { merchantId }) => deleteEndedSubscriptions(db, { merchantId, before: NOW, limit: 100 }),
  ],
  [
    "payloads that need a look",
    "payloads_with_problem",
    (db, { merchantId }) => listPayloadRows(db, { merchantId, filter: "invalid", limit: 20 }),
  ],
];

const silence: Way = { by: "silence", since: NOW, beginning: null };
const failed: ParcelFilter = { status: "failure" };

/** Where parcels are looked for, by what, and where that is read: in the index alone, however many entries are passed over. */
const WALKS: [what: string, index: RegExp, way: Way, filter: ParcelFilter][] = [
  ["all parcels", /trackers_by_age/, { by: "age" }, {}],
  ["those of a week", /trackers_by_age/, { by: "age" }, { registeredFrom: NOW }],
  ["those told of by one provider", /trackers_by_age/, { by: "age" }, { toldBy: "push" }],
  ["those in one status", /trackers_by_status/, { by: "age" }, failed],
  ["those of one carrier", /trackers_by_carrier/, { by: "age" }, { carrier: UPS }],
  ["one carrier's failures", /trackers_by_status/, { by: "age" }, { ...failed, carrier: UPS }],
  ["what one carrier delivered", /trackers_by_carrier/, { by: "age" }, { status: "delivered", carrier: UPS }],
  ["those that somebody must see to", /trackers_to_act_on/, { by: "age" }, { actor: "anybody" }],
  ["one carrier's that the merchant must see to", /trackers_to_act_on/, { by: "age" }, { actor: "merchant", carrier: UPS, toldBy: null }],
  ["those a source is asked about", /trackers_by_asked_source/, { by: "age" }, { sourceId: "src_1", status: "error" }],
  ["those that fell silent", /trackers_by_silence/, silence, {}],
  [
    "those that fell silent, by all there is",
    /trackers_by_silence/,
    { ...silence, beginning: "94" },
    { ...failed, carrier: UPS, sourceId: "src_1" },
  ],
  ["numbers", /trackers_by_number/, { by: "number", beginning: "94" }, {}],
  ["numbers of failures", /trackers_by_number/, { by: "number", beginning: "94" }, { ...failed, registeredFrom: NOW, sourceId: "src_1" }],
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

describeOnEveryEngine("a walk through parcels", (open) => {
  it.each(WALKS)("reads %s from its index alone, from any place on and back", async (_, index, way, filter) => {
    const test = await open();
    for (const isBackwards of [false, true]) {
      for (const from of [null, { value: NOW, id: "trk_5" } as const]) {
        const stretch = { way, filter, from, isBackwards, length: 100, limit: 20 };
        const plan = await planOf(test, (db, books) => walkParcels(db, books, stretch));
        expect(plan).toMatch(index);
        expect(plan).not.toMatch(/USING INDEX|(Index|Bitmap Heap|Seq) Scan|sort|temp b-tree/i);
      }
    }
  });

  it.each<[string, RegExp, Way]>([
    ["of orders whose number begins so", /orders_by_number|sqlite_autoindex_orders_2/, { by: "order", beginning: "28", unless: "28" }],
    ["of an e-mail address", /orders_by_customer_email/, { by: "email", digest: "00" }],
  ])("reads those %s from the orders", async (_, index, way) => {
    const stretch = { way, filter: failed, from: null, isBackwards: false, length: 100, limit: 20 };
    expect(await planOf(await open(), (db, books) => walkParcels(db, books, stretch))).toMatch(index);
  });

  it("reads the parcels it found by their ids", async () => {
    const plan = await planOf(await open(), (db, books) => findParcelRows(db, books, ["trk_1", "trk_2", "trk_3"]));
    expect(plan).toMatch(/SEARCH trackers USING INDEX sqlite_autoindex_trackers_1|id = ANY/);
  });
});

async function planOf(test: TestDatabase, run: Row[2]): Promise<string> {
  const { id: merchantId } = await createMerchant(test, "fern");
  return explainQueries(test, (db) => run(db, { merchantId, mode: "production" }));
}
