import { expect, it } from "vitest";
import { providers } from "#lib/providers/registry.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant, shipmentNotify } from "#lib/testing/factories.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { deleteTracker } from "./delete-tracker.ts";
import { getOrder } from "./get-order.ts";
import { listOrders } from "./list-orders.ts";
import { saveOrder } from "./save-order.ts";
import { takeNews } from "./take-news.ts";
import { newsContextOf } from "./verb-context.ts";

const FIRST = "9400100109361129278357";
const SECOND = "9400100109361129278364";
const mug = (quantity: number) => ({ order_item_id: "mug", sku: "MUG", title: "Mug", quantity });

describeOnEveryEngine("saving an order", (open) => {
  async function openShop(mode: Mode = "production") {
    const test = await open();
    const merchant = await createMerchant(test, "fern");
    const caller = { merchantId: merchant.id, mode };
    const save = async (order: unknown) => {
      const outcome = await saveOrder(test, { caller, order });
      if (outcome.kind !== "saved") throw new Error(`not saved: ${JSON.stringify(outcome)}`);
      return outcome.order;
    };
    const issuesOf = async (order: unknown) => {
      const outcome = await saveOrder(test, { caller, order });
      return outcome.kind === "invalid" ? outcome.issues.map(({ path }) => path) : [];
    };
    const count = async (table: "trackers" | "orders" | "events") => (await test.db.kysely.selectFrom(table).selectAll().execute()).length;
    return { test, caller, save, issuesOf, count };
  }

  it("keeps it, and follows its parcels from then on", async () => {
    const { save, count } = await openShop();
    const order = await save({
      external_id: "28002-A",
      placed_at: "2026-02-27T15:11:50+01:00",
      line_items: [mug(3)],
      parcels: [
        { carrier: "USPS", tracking_number: "9400 1001 0936 1129 2783 57", items: [mug(1)] },
        { tracking_number: SECOND, items: [mug(2)], primary: true },
      ],
    });
    expect(order).toMatchObject({
      id: expect.stringMatching(/^ord_/),
      externalId: "28002-A",
      placedAt: "2026-02-27T14:11:50Z",
      lineItems: [{ orderItemId: "mug", sku: "MUG", title: "Mug", quantity: 3 }],
      parcels: [
        { trackingNumber: SECOND, isPrimary: true, items: [{ quantity: 2 }], publicUrl: expect.stringContaining("?key=") },
        { trackingNumber: FIRST, carrier: "usps", status: "unknown", isPrimary: false, items: [{ quantity: 1 }] },
      ],
    });
    expect([await count("trackers"), await count("events")]).toEqual([2, 2]);
  });

  it("changes nothing when it is saved again", async () => {
    const { test, save, count } = await openShop();
    const json = { external_id: "1", line_items: [mug(1)], parcels: [{ tracking_number: FIRST, items: [mug(1)], primary: true }] };
    const first = await save(json);
    test.clock.advanceMinutes(5);
    expect(await save(json)).toEqual(first);
    expect([await count("orders"), await count("trackers"), await count("events")]).toEqual([1, 1, 1]);
  });

  it("lets the last word stand, even within a second, and leaves what it does not speak of", async () => {
    const { save } = await openShop();
    const parcel = { tracking_number: FIRST, items: [mug(9)], primary: true };
    await save({ external_id: "1", placed_at: "2026-02-27T10:00:00Z", line_items: [mug(9)], parcels: [parcel] });
    const second = await save({ external_id: "1", line_items: [mug(2)], parcels: [{ tracking_number: FIRST, items: [mug(2)] }] });
    expect(second).toMatchObject({
      placedAt: "2026-02-27T10:00:00Z",
      lineItems: [{ quantity: 2 }],
      parcels: [{ items: [{ quantity: 2 }], isPrimary: true }],
    });
    expect(await save({ external_id: "1", parcels: [{ tracking_number: SECOND }] })).toMatchObject({
      lineItems: [{ quantity: 2 }],
      parcels: [{ trackingNumber: FIRST }, { trackingNumber: SECOND, items: [] }],
    });
    expect(await save({ external_id: "1", line_items: [] })).toMatchObject({ lineItems: [], parcels: [{}, {}] });
  });

  it("moves a parcel that turns out to be another order's", async () => {
    const { test, caller, save } = await openShop();
    const wrong = await save({ external_id: "1", parcels: [{ tracking_number: FIRST, items: [mug(1)] }] });
    const right = await save({ external_id: "2", parcels: [{ tracking_number: FIRST }] });
    expect(right.parcels).toMatchObject([{ trackingNumber: FIRST, items: [] }]);
    expect((await getOrder(test, { caller, id: wrong.id }))?.parcels).toEqual([]);
  });

  it("is one order for two who save it at once, whichever way round they name its parcels", async () => {
    const { save, count } = await openShop();
    const parcels = [{ tracking_number: FIRST }, { tracking_number: SECOND }];
    const saves = [parcels, parcels.toReversed(), parcels, parcels.toReversed()].map((some) => save({ external_id: "1", parcels: some }));
    const orders = await Promise.all(saves);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(1);
    expect([await count("orders"), await count("trackers")]).toEqual([1, 2]);
  });

  it("stands over what the order platform told before, and under what it tells later", async () => {
    const { test, caller, save } = await openShop();
    const tell = async (timestamp: string, quantity: number) => {
      const payload = shipmentNotify({
        timestamp,
        orderId: "1",
        lineItems: { mug: quantity },
        parcels: [{ number: FIRST, items: { mug: quantity } }],
      });
      const reading = providers.shipment_notify.read(payload);
      const [snapshot] = reading.kind === "snapshots" ? reading.snapshots : [];
      if (!snapshot) throw new Error("not told");
      await test.db.kysely.transaction().execute((trx) => takeNews(trx, newsContextOf(test, caller), snapshot));
    };
    const quantityNow = async () => {
      const page = await listOrders(test, { caller, page: { limit: 1 } });
      return page.kind === "page"
        ? page.rows.map(({ lineItems, parcels }) => [lineItems[0]?.quantity, parcels[0]?.items[0]?.quantity])
        : [];
    };
    await tell("2026-03-01T10:00:00.000000Z", 9);
    await save({ external_id: "1", line_items: [mug(2)], parcels: [{ tracking_number: FIRST, items: [mug(2)] }] });
    expect(await quantityNow()).toEqual([[2, 2]]);
    await tell("2026-03-01T11:00:00.000000Z", 8);
    expect(await quantityNow()).toEqual([[2, 2]]);
    await tell("2026-03-01T13:00:00.000000Z", 7);
    expect(await quantityNow()).toEqual([[7, 7]]);
  });

  it.each([
    [null, [""]],
    [[], [""]],
    [{}, ["external_id"]],
    [{ external_id: "  " }, ["external_id"]],
    [{ external_id: "1", parcels: [{ tracking_number: "!" }, {}] }, ["parcels.0.tracking_number", "parcels.1.tracking_number"]],
    [{ external_id: "1", parcels: [{ tracking_number: "ABCD" }] }, ["parcels.0.carrier"]],
    [{ external_id: "1", parcels: [{ carrier: "Owl Post", tracking_number: FIRST }] }, ["parcels.0.carrier"]],
    [
      { external_id: "1", parcels: [{ tracking_number: FIRST }, { carrier: "usps", tracking_number: FIRST }] },
      ["parcels.1.tracking_number"],
    ],
    [{ external_id: "1", line_items: [{ order_item_id: "a", quantity: 0.5 }] }, ["line_items.0.quantity"]],
    [{ external_id: "1", email: "a@shopper.example" }, ["email"]],
    [{ external_id: "1\u0000" }, ["external_id"]],
  ])("refuses %j where the slip stands, and keeps nothing", async (order, paths) => {
    const { issuesOf, count } = await openShop();
    expect(await issuesOf(order)).toEqual(paths);
    expect([await count("orders"), await count("trackers")]).toEqual([0, 0]);
  });

  it("forgets a parcel that is deleted", async () => {
    const { test, caller, save } = await openShop();
    const order = await save({ external_id: "1", parcels: [{ tracking_number: FIRST }] });
    await deleteTracker(test, { caller, id: order.parcels[0]?.trackerId ?? "" });
    expect((await getOrder(test, { caller, id: order.id }))?.parcels).toEqual([]);
  });

  it("is listed newest first, by pages, and found by the shop's own number", async () => {
    const { test, caller, save } = await openShop();
    for (const external_id of ["1", "2", "3"]) {
      await save({ external_id });
      test.clock.advanceMinutes(1);
    }
    const numbersOf = (page: Awaited<ReturnType<typeof listOrders>>) =>
      page.kind === "page" ? [page.rows.map(({ externalId }) => externalId), page.hasMore] : page.kind;
    const first = await listOrders(test, { caller, page: { limit: 2 } });
    expect(numbersOf(first)).toEqual([["3", "2"], true]);
    const last = first.kind === "page" ? (first.rows.at(-1)?.id ?? "") : "";
    expect(numbersOf(await listOrders(test, { caller, page: { limit: 2, beforeId: last } }))).toEqual([["1"], false]);
    expect(numbersOf(await listOrders(test, { caller, page: { limit: 2 }, externalId: "2" }))).toEqual([["2"], false]);
    expect(numbersOf(await listOrders(test, { caller, page: { limit: 2 }, externalId: "2\0" }))).toEqual([[], false]);
    expect(numbersOf(await listOrders(test, { caller, page: { limit: 2, beforeId: "ord_\0" } }))).toEqual("cursor_unknown");
  });

  it("is nobody else's", async () => {
    const { test, caller, save } = await openShop();
    const order = await save({ external_id: "1", parcels: [{ tracking_number: FIRST }] });
    const other = await createMerchant(test, "night");
    for (const stranger of [
      { merchantId: other.id, mode: "production" },
      { merchantId: caller.merchantId, mode: "test" },
    ] as const) {
      expect(await getOrder(test, { caller: stranger, id: order.id })).toBeNull();
      expect(await listOrders(test, { caller: stranger, page: { limit: 9 } })).toEqual({ kind: "page", rows: [], hasMore: false });
      expect(await listOrders(test, { caller: stranger, page: { limit: 9, beforeId: order.id } })).toEqual({ kind: "cursor_unknown" });
      const own = await saveOrder(test, { caller: stranger, order: { external_id: "1" } });
      expect(own).toMatchObject({ kind: "saved", order: { externalId: "1", parcels: [] } });
    }
    expect((await getOrder(test, { caller, id: order.id }))?.parcels).toHaveLength(1);
  });
});
