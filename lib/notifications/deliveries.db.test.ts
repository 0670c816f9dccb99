import { expect, it } from "vitest";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { receivers } from "./receiver.testing.ts";
import { replayDelivery } from "./replay-delivery.ts";
import { replayPending } from "./replay-pending.ts";
import { openShopWithReceiver } from "./shop.testing.ts";

describeOnEveryEngine("deliveries", (open) => {
  const startReceiver = receivers();

  const openWithReceiver = async () => openShopWithReceiver(await open(), await startReceiver());

  it("are listed newest first, page by page, and by what is asked for", async () => {
    const { shop, receiver, endpoint, test } = await openWithReceiver();
    for (const number of ["1Z999AA10123456781", "1Z999AA10123456782", "1Z999AA10123456783"]) {
      await shop.hasNews(number);
      test.clock.advanceMinutes(1);
    }
    receiver.answers(500);
    await shop.run();
    receiver.answers(200);
    await shop.hasNews("1Z999AA10123456784");
    await shop.run();
    const all = (await shop.deliveries()).map(({ id }) => id);
    expect(all).toHaveLength(4);
    const idsOf = async (input: Omit<Parameters<typeof listDeliveries>[1], "caller">) => {
      const page = await listDeliveries(shop.ctx, { caller: shop.caller, ...input });
      return page.kind === "page" ? { ids: page.rows.map(({ id }) => id), hasMore: page.hasMore } : page;
    };
    expect(await idsOf({ page: { limit: 2 } })).toEqual({ ids: all.slice(0, 2), hasMore: true });
    expect(await idsOf({ page: { limit: 2, beforeId: all[1] ?? "" } })).toEqual({ ids: all.slice(2), hasMore: false });
    expect(await idsOf({ page: { limit: 9, afterId: all[2] ?? "" } })).toEqual({ ids: all.slice(0, 2), hasMore: false });
    expect(await idsOf({ state: "delivered", page: { limit: 9 } })).toEqual({ ids: all.slice(0, 1), hasMore: false });
    expect(await idsOf({ endpointId: endpoint.id, state: "pending", page: { limit: 9 } })).toEqual({ ids: all.slice(1), hasMore: false });
    const [newest] = await shop.deliveries();
    expect(await idsOf({ eventId: newest?.eventId, page: { limit: 9 } })).toEqual({ ids: all.slice(0, 1), hasMore: false });
  });

  it("are sent again on demand, even those that were delivered", async () => {
    const { shop, receiver } = await openWithReceiver();
    await shop.hasNews();
    await shop.run();
    const [delivery] = await shop.deliveries();
    expect(await replayDelivery(shop.ctx, { caller: shop.caller, id: delivery?.id ?? "" })).toEqual({ kind: "replayed" });
    expect(await shop.deliveries()).toMatchObject([{ state: "pending", deliveredAt: null }]);
    await shop.run();
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([delivery?.eventId, delivery?.eventId]);
    expect(await shop.deliveries()).toMatchObject([{ state: "delivered", attempts: [{ attempt: 1 }, { attempt: 2 }] }]);
  });

  it("that are replayed have all their attempts before them again", async () => {
    const { shop, receiver } = await openWithReceiver();
    receiver.answers(500);
    await shop.hasNews();
    await shop.run();
    await shop.runNext();
    await shop.runNext();
    const [delivery] = await shop.deliveries();
    await replayDelivery(shop.ctx, { caller: shop.caller, id: delivery?.id ?? "" });
    await shop.run();
    const [replayed] = await shop.deliveries();
    expect(replayed?.attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
    const waitSeconds = (Date.parse(replayed?.nextAttemptAt ?? "") - Date.parse(shop.ctx.clock.now())) / 1000;
    expect(waitSeconds).toBeLessThan(10);
  });

  it("that wait or have failed are all tried now, and those delivered left alone", async () => {
    const { shop, receiver, endpoint, test } = await openWithReceiver();
    await shop.hasNews("1Z999AA10123456781");
    await shop.run();
    receiver.answers(500);
    await shop.hasNews("1Z999AA10123456782");
    await shop.hasNews("1Z999AA10123456783");
    await shop.run();
    await test.db.kysely
      .updateTable("event_deliveries")
      .set({ state: "failed", next_attempt_at: null })
      .where("id", "=", (await shop.deliveries())[0]?.id ?? "dlv_")
      .where("state", "=", "pending")
      .execute();
    receiver.answers(200);
    expect(await replayPending(shop.ctx, { caller: shop.caller, endpointId: endpoint.id })).toEqual({ kind: "replayed", count: 2 });
    await shop.run();
    expect((await shop.deliveries()).map(({ state }) => state)).toEqual(["delivered", "delivered", "delivered"]);
    expect(receiver.received).toHaveLength(5);
  });

  it("are replayed in batches where there are many", async () => {
    const { shop, endpoint, test } = await openWithReceiver();
    await shop.hasNews();
    const [event] = await test.db.kysely.selectFrom("events").selectAll().execute();
    const [delivery] = await test.db.kysely.selectFrom("event_deliveries").selectAll().execute();
    if (!event || !delivery) throw new Error("nothing was announced");
    const copies = Array.from({ length: 1100 }, (_, index) => String(index).padStart(4, "0"));
    for (let from = 0; from < copies.length; from += 100) {
      const batch = copies.slice(from, from + 100);
      await test.db.kysely
        .insertInto("events")
        .values(batch.map((suffix) => ({ ...event, id: `evt_${suffix}` as const })))
        .execute();
      await test.db.kysely
        .insertInto("event_deliveries")
        .values(
          batch.map((suffix) => ({
            ...delivery,
            id: `dlv_${suffix}` as const,
            event_id: `evt_${suffix}` as const,
            state: "failed" as const,
          })),
        )
        .execute();
    }
    expect(await replayPending(shop.ctx, { caller: shop.caller, endpointId: endpoint.id })).toEqual({ kind: "replayed", count: 1101 });
    expect((await test.jobs.count()).ready).toBe(1101);
  });
});
