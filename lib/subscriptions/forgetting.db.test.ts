import { expect, it } from "vitest";
import { prune } from "#lib/retention/prune.ts";
import { deleteTracker } from "#lib/shipments/delete-tracker.ts";
import { findShopper } from "#lib/shipments/find-shopper.ts";
import { startErasure } from "#lib/shipments/start-erasure.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { MIA, openShop } from "./shopper.testing.ts";
import { unsubscribe } from "./unsubscribe.ts";

const OTHER = "9400100109361129278357";
const NOA = "noa@shopper.example";

const hintsOf = async (shop: Awaited<ReturnType<typeof openShop>>) => (await shop.subscriptions()).map(({ address_hint }) => address_hint);

describeOnEveryEngine("a shopper's address", (open) => {
  it("goes with the parcel that was deleted, and stays for others", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.inPublic();
    await shop.wish({ address: NOA, trackerId: await shop.register(OTHER) });
    await deleteTracker(test, { caller: shop.caller, id: shop.parcel.id });
    expect(await hintsOf(shop)).toEqual(["n•••@shopper.example"]);
    expect(await shop.messages()).toEqual([]);
  });

  it("is found and erased with its shopper, though no order names it, and only in the shop that erases", async () => {
    const test = await open();
    const [fern, night] = [await openShop(test, "fern"), await openShop(test, "night")];
    for (const shop of [fern, night]) {
      await shop.wish();
      await shop.wish({ address: NOA });
    }
    const whom = { merchantId: fern.merchantId, query: " MIA@shopper.example" };
    expect(await findShopper(test, whom)).toMatchObject({ kind: "found", subscriptionCount: 1, orderNumbers: [] });
    expect(await startErasure(test, { ...whom, userId: null })).toMatchObject({ kind: "started" });
    await test.runJobs();
    expect(await hintsOf(fern)).toEqual(["n•••@shopper.example"]);
    expect(await hintsOf(night)).toHaveLength(2);
    expect(await findShopper(test, whom)).toEqual({ kind: "not_found" });
  });

  it("that wants no mail stays known when its shopper is erased, and no more of it than that", async () => {
    const test = await open();
    const [fern, night] = [await openShop(test, "fern"), await openShop(test, "night")];
    for (const { wish, only, merchantId } of [fern, night]) {
      await wish();
      await unsubscribe(test, { merchantId, id: (await only()).row.id }, { fromAll: true });
    }
    expect(await startErasure(test, { merchantId: fern.merchantId, query: MIA, userId: null })).toMatchObject({ kind: "started" });
    await test.runJobs();
    const hints = test.db.kysely.selectFrom("suppressions").select("address_hint").where("reason", "=", "stopped");
    expect(await hints.where("merchant_id", "=", fern.merchantId).execute()).toEqual([{ address_hint: "•••" }]);
    expect(await hints.where("merchant_id", "=", night.merchantId).execute()).toEqual([{ address_hint: "m•••@shopper.example" }]);
    expect(await fern.wish({ origin: "api" })).toEqual({ kind: "ended_by_shopper" });
  });

  it("is kept no longer than it serves", async () => {
    const test = await open();
    const shop = await openShop(test);
    const second = await shop.register(OTHER);
    await shop.wish();
    await shop.wish({ address: NOA });
    const [ended] = await shop.subscriptions();
    if (ended) await unsubscribe(test, { merchantId: shop.merchantId, id: ended.id }, { fromAll: false });
    await shop.inPublic({ trackerId: second, address: "kim@shopper.example" });
    await shop.wish({ trackerId: second, address: "ola@shopper.example" });
    const leftAfter = async (days: number) => {
      test.clock.advanceMinutes(days * 24 * 60);
      await prune({ ...test, config: { retentionDays: 90 } });
      return (await shop.subscriptions()).length;
    };
    await finish(test, shop.parcel.id);
    expect([await leftAfter(6), await leftAfter(2)]).toEqual([4, 3]);
    await hearOf(test, second);
    expect([await leftAfter(83), await leftAfter(6)]).toEqual([1, 1]);
    // Lost on its way: no final word ever comes.
    expect(await leftAfter(2)).toBe(0);
  });
});

const hearOf = (test: TestDatabase, id: `trk_${string}`) =>
  test.db.kysely.updateTable("trackers").set({ updated_at: test.clock.now() }).where("id", "=", id).execute();

const finish = (test: TestDatabase, id: `trk_${string}`) =>
  test.db.kysely.updateTable("trackers").set({ is_final: 1, updated_at: test.clock.now() }).where("id", "=", id).execute();
