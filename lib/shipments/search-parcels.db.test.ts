import { expect, it } from "vitest";
import { findCarrier } from "#lib/carriers/catalog.ts";
import { insertTracker } from "#lib/db/queries/trackers.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import { DAY_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { createSource } from "#lib/sources/create-source.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { deleteTracker } from "./delete-tracker.ts";
import { newTrackerRow } from "./new-tracker-row.ts";
import { openBooks } from "./news.testing.ts";
import { saveOrder } from "./save-order.ts";
import { type ParcelFilter, type ParcelPage, type ParcelSearch, searchParcels } from "./search-parcels.ts";
import { newsContextOf } from "./verb-context.ts";

const UPS = findCarrier("ups")?.slug as TrackersTable["carrier"];
const USPS = findCarrier("usps")?.slug as TrackersTable["carrier"];

describeOnEveryEngine("the search for parcels", (open) => {
  async function openShop(test: TestDatabase, slug = "fern", mode: "production" | "test" = "production") {
    const { caller } = await openBooks(test, slug, mode);
    let count = 0;

    /** Each a second older than the one before. */
    async function add(changes: Partial<TrackersTable> = {}): Promise<TrackerId> {
      count += 1;
      const { carrier = USPS, tracking_number: trackingNumber = `94${String(count).padStart(18, "0")}` } = changes;
      const row = newTrackerRow(
        newsContextOf(test, caller),
        { mode, carrier, trackingNumber },
        { epoch: 1, fencedBefore: null, version: 1 },
      );
      const created_at = plusMs(test.clock.now(), -count * 1000);
      await insertTracker(test.db.kysely, { ...row, created_at, ...changes });
      return row.id;
    }
    async function order(external_id: string, number: string, customer_email?: string): Promise<void> {
      const told = { external_id, ...(customer_email && { customer_email }), parcels: [{ carrier: "usps", tracking_number: number }] };
      expect((await saveOrder(test, { caller, order: told })).kind).toBe("saved");
    }
    const search = (changes: Partial<ParcelSearch> = {}) =>
      searchParcels(test, { caller, query: "", filter: {}, cursor: null, limit: 25, ...changes });
    const ids = async (filter: ParcelFilter, query = "") => idsOf(await search({ filter, query }));
    const numbers = async (query: string) => (await search({ query })).parcels.map(({ tracker }) => tracker.trackingNumber);
    return { caller, add, order, search, ids, numbers };
  }

  it("lists the newest first, page by page, and back again", async () => {
    const { add, search } = await openShop(await open());
    const ids = [await add(), await add(), await add(), await add(), await add()];
    const first = await search({ limit: 2 });
    expect([idsOf(first), first.newer, first.isUnfinished]).toEqual([ids.slice(0, 2), null, false]);
    const second = await search({ limit: 2, cursor: { older: first.older ?? "" } });
    const third = await search({ limit: 2, cursor: { older: second.older ?? "" } });
    expect([idsOf(second), idsOf(third), third.older]).toEqual([ids.slice(2, 4), ids.slice(4), null]);
    const back = await search({ limit: 2, cursor: { newer: third.newer ?? "" } });
    expect(idsOf(back)).toEqual(ids.slice(2, 4));
    expect(idsOf(await search({ limit: 2, cursor: { newer: back.newer ?? "" } }))).toEqual(ids.slice(0, 2));
  });

  it("shows the first page whole to whoever comes back to it, however few were before them", async () => {
    const { add, search } = await openShop(await open());
    const ids = [await add(), await add(), await add()];
    const second = await search({ limit: 2, cursor: { older: (await search({ limit: 1 })).older ?? "" } });
    const back = await search({ limit: 2, cursor: { newer: second.newer ?? "" } });
    expect([idsOf(back), back.newer]).toEqual([ids.slice(0, 2), null]);
  });

  it("keeps the order of parcels that were registered in one second", async () => {
    const test = await open();
    const { add, search } = await openShop(test);
    const created_at = test.clock.now();
    const ids = [await add({ created_at }), await add({ created_at }), await add({ created_at }), await add({ created_at })];
    const first = await search({ limit: 3 });
    const second = await search({ limit: 3, cursor: { older: first.older ?? "" } });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids.toSorted().reverse());
  });

  it("narrows down by what a parcel is, and by all of it at once", async () => {
    const test = await open();
    const { caller, add, ids } = await openShop(test);
    const made = await createSource(test, { merchantId: caller.merchantId, mode: "production", provider: "easypost" });
    if (made.kind !== "created") throw new Error(made.kind);
    const { id: source_id } = made.source;
    const plain = await add();
    const ups = await add({ carrier: UPS, status: "failure", urgency: 2, told_by: "shippo" });
    const delivered = await add({ status: "delivered", is_final: 1, told_by: "easypost", source_id });
    const waiting = await add({ status: "available_for_pickup", urgency: 1, told_by: "easypost", source_id });

    expect(await ids({ status: "failure" })).toEqual([ups]);
    expect(await ids({ carrier: USPS })).toEqual([plain, delivered, waiting]);
    expect(await ids({ actor: "anybody" })).toEqual([ups, waiting]);
    expect(await ids({ actor: "merchant" })).toEqual([ups]);
    expect(await ids({ actor: "recipient" })).toEqual([waiting]);
    expect(await ids({ toldBy: "easypost" })).toEqual([delivered, waiting]);
    expect(await ids({ toldBy: null })).toEqual([plain]);
    expect(await ids({ sourceId: source_id })).toEqual([delivered, waiting]);
    expect(await ids({ sourceId: source_id, status: "delivered" })).toEqual([delivered]);
    expect(await ids({ status: "delivered", carrier: USPS, toldBy: "easypost" })).toEqual([delivered]);
    expect(await ids({ actor: "anybody", carrier: UPS, toldBy: "shippo", status: "failure" })).toEqual([ups]);
    expect(await ids({ actor: "recipient", carrier: UPS })).toEqual([]);
  });

  it("narrows down by age", async () => {
    const test = await open();
    const { add, ids } = await openShop(test);
    const now = test.clock.now();
    const young = await add();
    await add({ created_at: plusMs(now, -8 * DAY_MS) });
    const registeredFrom = plusMs(now, -7 * DAY_MS);
    expect(await ids({ registeredFrom })).toEqual([young]);
    expect(await ids({ registeredFrom }, "94")).toEqual([young]);
  });

  it("finds those under way that nobody has told anything of for days, the latest to fall silent first", async () => {
    const test = await open();
    const { add, order, ids } = await openShop(test);
    const ago = (days: number) => plusMs(test.clock.now(), -days * DAY_MS);
    await add({ last_news_at: ago(1) });
    await add({ last_news_at: ago(9), is_final: 1 });
    const never = await add({ created_at: ago(30) });
    const ten = await add({ last_news_at: ago(10), carrier: UPS });
    const silent: ParcelFilter = { silentSince: ago(3) };
    expect(await ids(silent)).toEqual([ten, never]);
    expect(await ids({ ...silent, carrier: UPS })).toEqual([ten]);
    expect(await ids({ ...silent, registeredFrom: ago(20) })).toEqual([ten]);
    expect(await ids(silent, "9400")).toEqual([ten, never]);
    await order("28002", "9400100109361129278357");
    expect(await ids({ ...silent, silentSince: "2030-01-01T00:00:00Z" as Instant }, "28002")).toHaveLength(1);
  });

  it("finds a number by its beginning, in whatever spelling, the exact one first", async () => {
    const { add, numbers } = await openShop(await open());
    for (const tracking_number of ["1Z9990", "1Z999", "1Z998", "1Z_9", "940011"]) await add({ tracking_number });
    expect(await numbers("1z 99-9")).toEqual(["1Z999", "1Z9990"]);
    expect(await numbers("1Z99")).toEqual(["1Z998", "1Z999", "1Z9990"]);
    expect(await numbers("1Z_9")).toEqual(["1Z_9"]);
    expect(await numbers("Z999")).toEqual([]);
  });

  it("finds an order by its number or the beginning of it, with all of its parcels", async () => {
    const { order, numbers } = await openShop(await open());
    await order("#28002-A", "9400100109361129278357");
    await order("28002", "9405511899223197428490");
    await order("28003", "9205590164917312751089");
    expect(await numbers("28002")).toEqual(["9405511899223197428490", "9400100109361129278357"]);
    expect(await numbers("#28002-a")).toEqual(["9400100109361129278357"]);
    expect(await numbers("2800")).toHaveLength(3);
  });

  it("pages through numbers first and then through orders, and names no parcel twice", async () => {
    const { add, order, search } = await openShop(await open());
    await order("9400", "9400100109361129278357");
    await order("94001", "9205590164917312751089");
    await add({ tracking_number: "9400100109361129278358" });
    const seen: string[] = [];
    let page = await search({ query: "9400", limit: 1 });
    seen.push(...numbersOf(page));
    while (page.older) {
      page = await search({ query: "9400", limit: 1, cursor: { older: page.older } });
      seen.push(...numbersOf(page));
    }
    expect(seen).toEqual(["9400100109361129278357", "9400100109361129278358", "9205590164917312751089"]);
    const back = await search({ query: "9400", limit: 1, cursor: { newer: page.newer ?? "" } });
    expect(numbersOf(back)).toEqual(["9400100109361129278358"]);
  });

  it("finds the parcels of an e-mail address, of its whole only", async () => {
    const { order, numbers } = await openShop(await open());
    await order("1", "9400100109361129278357", "mia@shopper.example");
    await order("2", "9405511899223197428490", "mia@shopper.example");
    await order("3", "9205590164917312751089", "noor@shopper.example");
    expect((await numbers("MIA@shopper.example")).toSorted()).toEqual(["9400100109361129278357", "9405511899223197428490"]);
    expect(await numbers("mia@shopper")).toEqual([]);
  });

  it("says of each what a list needs to know", async () => {
    const test = await open();
    const { order, search } = await openShop(test);
    await order("28002", "9400100109361129278357");
    const [parcel] = (await search()).parcels;
    expect(parcel).toMatchObject({
      orderNumber: "28002",
      source: null,
      toldBy: null,
      isWatched: true,
      createdAt: test.clock.now(),
      tracker: { trackingNumber: "9400100109361129278357", status: "unknown" },
    });
  });

  it("gives up for once where too few fit among very many, and goes on from there", async () => {
    const test = await open();
    const { caller, add, search } = await openShop(test);
    for (let index = 0; index < 9; index++) await add();
    const lone = await add({ told_by: "push", status: "failure" });
    const little = { stretch: { age: 2, silence: 2, number: 3, order: 3, email: 3, looked_up: 3 }, patience: 3 };
    const look = (query: string, older = "") =>
      searchParcels(test, { caller, query, filter: { toldBy: "push" }, cursor: { older }, limit: 5 }, little);
    for (const query of ["", "9400"]) {
      const first = await look(query);
      expect([idsOf(first), first.isUnfinished]).toEqual([[], true]);
      const second = await look(query, first.older ?? "");
      expect([idsOf(second), second.isUnfinished, second.older]).toEqual([[lone], false, null]);
    }
    expect(idsOf(await search({ filter: { status: "failure", toldBy: "push" } }))).toEqual([lone]);
  });

  it("leaves out what was deleted, what is another merchant's, and the other mode", async () => {
    const test = await open();
    const mine = await openShop(test);
    const theirs = await openShop(test, "night");
    const tests = await openShop(test, "fern", "test");
    const id = await mine.add({ tracking_number: "9400100109361129278357" });
    await theirs.add({ tracking_number: "9400100109361129278357" });
    await theirs.order("28002", "9405511899223197428490", "mia@shopper.example");
    await tests.add({ tracking_number: "9400100109361129278357" });
    for (const query of ["", "9400100109361129278357", "28002", "mia@shopper.example"]) {
      expect((await mine.ids({}, query)).filter((found) => found !== id)).toEqual([]);
    }
    expect(await mine.ids({})).toEqual([id]);
    await deleteTracker(test, { caller: mine.caller, id });
    for (const filter of [{}, { status: "unknown" }, { carrier: USPS }, { silentSince: "2030-01-01T00:00:00Z" as Instant }] as const) {
      expect(await mine.ids(filter)).toEqual([]);
    }
    expect(await theirs.numbers("9400")).toHaveLength(1);
  });

  it("takes a cursor of nobody, and any text, for what it is", async () => {
    const { add, search } = await openShop(await open());
    const id = await add();
    expect(idsOf(await search({ cursor: { older: "nonsense" } }))).toEqual([id]);
    expect(idsOf(await search({ query: "\0'; drop table trackers; --%" }))).toEqual([]);
    expect(idsOf(await search({ query: "\ud800@x" }))).toEqual([]);
  });
});

const idsOf = ({ parcels }: ParcelPage) => parcels.map(({ id }) => id);
const numbersOf = ({ parcels }: ParcelPage) => parcels.map(({ tracker }) => tracker.trackingNumber);
