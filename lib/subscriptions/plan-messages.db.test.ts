import fc from "fast-check";
import { expect, it } from "vitest";
import { findMessageByProviderId, lockWaitingMessage } from "#lib/db/queries/messages.ts";
import { countSubscriptionsOfTracker, listActiveSubscriptions } from "#lib/db/queries/subscriptions.ts";
import { picture, SCANS } from "#lib/messages/office.testing.ts";
import { providers } from "#lib/providers/registry.ts";
import type { SubscriptionId } from "#lib/shared/ids.ts";
import { takeNews } from "#lib/shipments/take-news.ts";
import { newsContextOf } from "#lib/shipments/verb-context.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { explainQueries } from "#lib/testing/explain-queries.ts";
import { openShop } from "./shopper.testing.ts";

const { shipped, out, delivered } = SCANS;
const STORY = [picture([shipped]), picture([shipped, out]), picture([shipped, out, delivered])];

describeOnEveryEngine("news for shoppers", (open) => {
  it("is planned once for each change, in whatever order and however often it is told", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.wish({ topics: ["shipped", "out_for_delivery", "delivered"] });
    const told = () => test.db.kysely.selectFrom("told_news").select("news_key").orderBy("news_key").execute();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: STORY.length - 1 }), { maxLength: 6 }), async (order) => {
        for (const index of order) await shop.tell(STORY[index]);
        expect((await shop.messages()).length).toBeLessThanOrEqual(1);
        const keys = (await told()).map(({ news_key }) => news_key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(["delivered", "out_for_delivery 2026-03-01", "shipped"]).toEqual(expect.arrayContaining(keys));
      }),
      { numRuns: 15 },
    );
    for (const told of STORY) await shop.tell(told);
    const [message, ...others] = await shop.messages();
    expect(others).toEqual([]);
    expect(message).toMatchObject({ state: "waiting", kind: "news" });
    expect(message?.topics).toContain("delivered");
  });

  it("goes sooner when it is urgent, and no later for what joins it", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.wish({ topics: ["shipped", "delivered"] });
    await shop.tell(picture([shipped]));
    expect(await shop.messages()).toMatchObject([{ due_at: "2026-03-01T12:05:00Z", topics: '["shipped"]' }]);
    test.clock.advanceMinutes(1);
    await shop.tell(picture([shipped, delivered]));
    expect(await shop.messages()).toMatchObject([{ due_at: "2026-03-01T12:03:00Z", topics: '["shipped","delivered"]' }]);
  });

  it("is kept or lost with what brought it", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.wish({ topics: ["shipped"] });
    const failing = { ...test, jobs: { ...test.jobs, enqueue: () => Promise.reject(new Error("no room")) } };
    const reading = providers.easypost.read(STORY[0], { mode: "production" });
    if (reading.kind !== "snapshots") throw new Error(reading.kind);
    const [snapshot] = reading.snapshots;
    if (!snapshot) throw new Error("no snapshot");
    const news = newsContextOf(failing, shop.caller);
    await expect(test.db.kysely.transaction().execute((trx) => takeNews(trx, news, snapshot))).rejects.toThrow("no room");
    expect([await shop.messages(), await test.db.kysely.selectFrom("told_news").selectAll().execute()]).toEqual([[], []]);
    await shop.tell(STORY[0]);
    expect(await shop.messages()).toHaveLength(1);
  });

  it("is looked for by indices alone", async () => {
    const test = await open();
    const { merchantId, parcel } = await openShop(test);
    const subscriptionId: SubscriptionId = "sub_1";
    const plans = await Promise.all([
      explainQueries(test, (db) => listActiveSubscriptions(db, { merchantId, trackerId: parcel.id })),
      explainQueries(test, (db) => countSubscriptionsOfTracker(db, { merchantId, trackerId: parcel.id, origins: ["api"] })),
      explainQueries(test, (db) => lockWaitingMessage(db, { merchantId, subscriptionId, kind: "news" })),
      explainQueries(test, (db) => findMessageByProviderId(db, { merchantId, providerId: "SM1" })),
    ]);
    // On an empty table PostgreSQL does not care which index.
    if (test.db.engine === "sqlite") for (const plan of plans.slice(0, 2)) expect(plan).toContain("(tracker_id=? AND merchant_id=?)");
    expect(plans[2]).toMatch(/messages_(waiting|by_subscription)/);
    expect(plans[3]).toMatch(/messages_by_provider_id/);
    for (const plan of plans) expect(plan).not.toMatch(/SCAN (messages|subscriptions)|Seq Scan/);
  });
});
