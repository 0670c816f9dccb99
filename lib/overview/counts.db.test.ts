import { expect, it } from "vitest";
import type { PayloadOutcome, PayloadsTable } from "#lib/db/schema.ts";
import { receivers } from "#lib/notifications/receiver.testing.ts";
import { openShop } from "#lib/notifications/shop.testing.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { type MerchantId, newId } from "#lib/shared/ids.ts";
import { deleteTracker } from "#lib/shipments/delete-tracker.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { aScan, timeWithOffset } from "#lib/testing/snapshots.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { count } from "./count.ts";
import { loadCounts } from "./load-counts.ts";

const NUMBERS = ["1Z999AA10123456784", "1Z5R89390357567127", "1Z8V92A70367203024"] as const;
const ENOUGH_TO_BE_LARGE = 4001;

const delivered: Partial<TrackerSnapshot> = {
  status: "delivered",
  substatus: "delivered",
  scans: [aScan({ status: "delivered", substatus: "delivered", time: timeWithOffset("2026-02-27T22:30:00-05:00") })],
};

/** Everything that was counted, as `metric key: count`. */
async function countsOf(test: TestDatabase, caller: Parameters<typeof loadCounts>[1]["caller"]) {
  const counted = await loadCounts(test, { caller });
  if (counted === null) return null;
  const rows = [...counted.counts].flatMap(([metric, tally]) => [...tally].map(([key, number]) => `${metric} ${key}: ${number}`));
  return rows.filter((row) => !row.endsWith(": 0")).sort();
}

async function addPayloads(test: TestDatabase, merchantId: MerchantId, outcome: PayloadOutcome, receivedAt: string, howMany = 1) {
  const rows = Array.from(
    { length: howMany },
    (): PayloadsTable => ({
      id: newId("pay", test.random),
      merchant_id: merchantId,
      provider: "easypost",
      source_id: null,
      tracker_id: null,
      is_answer: 0,
      mode: null,
      received_at: receivedAt as Instant,
      outcome,
      problem: null,
      body_encoding: "utf8",
      body: "{}",
    }),
  );
  for (let at = 0; at < rows.length; at += 500) {
    await test.db.kysely
      .insertInto("payloads")
      .values(rows.slice(at, at + 500))
      .execute();
  }
}

describeOnEveryEngine("a small shop's counts", (open) => {
  const openReceiver = receivers();

  it("are those of this moment: parcels by status, registered and delivered by day", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.hasNews(NUMBERS[0]);
    await shop.hasNews(NUMBERS[1], delivered);
    expect(await countsOf(test, shop.caller)).toEqual([
      "delivered 2026-02-27: 1",
      "registered 2026-03-01: 2",
      "status delivered: 1",
      "status in_transit: 1",
    ]);
    expect(await loadCounts(test, shop)).toMatchObject({ countedAt: "2026-03-01T12:00:00Z" });
  });

  it("are nobody else's, nor of the other mode", async () => {
    const test = await open();
    const shop = await openShop(test);
    await shop.hasNews();
    await addPayloads(test, shop.caller.merchantId, "ingested", "2026-03-01T10:00:00Z");
    const rival = await createMerchant(test, "rival");
    expect(await countsOf(test, { merchantId: rival.id, mode: "production" })).toEqual([]);
    expect(await countsOf(test, { ...shop.caller, mode: "test" })).toEqual(["in.ingested 2026-03-01: 1"]);
  });

  it("leave out what was deleted, which still was registered that day", async () => {
    const test = await open();
    const shop = await openShop(test);
    const { id } = await shop.hasNews();
    await deleteTracker(test, { caller: shop.caller, id });
    expect(await countsOf(test, shop.caller)).toEqual(["registered 2026-03-01: 1"]);
  });

  it("tell what became of payloads, for thirty days", async () => {
    const test = await open();
    const { id } = await createMerchant(test, "fern");
    for (const outcome of ["ingested", "ingested", "ignored", "invalid", "received"] as const) {
      await addPayloads(test, id, outcome, "2026-02-10T10:00:00Z");
    }
    await addPayloads(test, id, "ingested", "2026-01-31T00:00:00Z");
    await addPayloads(test, id, "ingested", "2026-01-30T23:59:59Z");
    expect(await countsOf(test, { merchantId: id, mode: "production" })).toEqual([
      "in.ignored 2026-02-10: 1",
      "in.ingested 2026-01-31: 1",
      "in.ingested 2026-02-10: 2",
      "in.invalid 2026-02-10: 1",
      "in.received 2026-02-10: 1",
    ]);
  });

  it("tell which deliveries were accepted at once, later, or not yet", async () => {
    const test = await open();
    const receiver = await openReceiver();
    const shop = await openShop(test);
    await shop.addEndpoint({ url: receiver.url });
    await shop.hasNews(NUMBERS[0]);
    await shop.run();
    receiver.answers(500);
    await shop.hasNews(NUMBERS[1]);
    await shop.run();
    await shop.hasNews(NUMBERS[2]);
    const out = async () => (await countsOf(test, shop.caller))?.filter((row) => row.startsWith("out"));
    expect(await out()).toEqual(["out.at_once 2026-03-01: 1", "out.retrying 2026-03-01: 1", "out.waiting 2026-03-01: 1"]);
    receiver.answers(200);
    await shop.run();
    await shop.runNext();
    expect(await out()).toEqual(["out.at_once 2026-03-01: 2", "out.later 2026-03-01: 1"]);
  });

  it("do not take a delivery for one that was accepted at once because it was replayed", async () => {
    const test = await open();
    const receiver = await openReceiver();
    const shop = await openShop(test);
    await shop.addEndpoint({ url: receiver.url });
    receiver.answers(500);
    await shop.hasNews();
    await shop.run();
    receiver.answers(200);
    await shop.runNext();
    await test.db.kysely.updateTable("event_deliveries").set({ attempts: 1 }).execute();
    expect(await countsOf(test, shop.caller)).toContain("out.later 2026-03-01: 1");
  });
});

describeOnEveryEngine("a large shop's counts", (open) => {
  async function openLargeShop() {
    const test = await open();
    const { id } = await createMerchant(test, "fern");
    const caller = { merchantId: id, mode: "production" } as const;
    await addPayloads(test, id, "ingested", "2026-02-10T10:00:00Z", ENOUGH_TO_BE_LARGE);
    return { test, id, caller };
  }

  it("are made in the background, in chunks, and say when that was", async () => {
    const { test, id, caller } = await openLargeShop();
    await addPayloads(test, id, "ingested", "2026-02-11T10:00:00Z", ENOUGH_TO_BE_LARGE);
    expect(await countsOf(test, caller)).toBeNull();
    await count(test);
    test.clock.advanceMinutes(3);
    expect(await countsOf(test, caller)).toEqual([
      `in.ingested 2026-02-10: ${ENOUGH_TO_BE_LARGE}`,
      `in.ingested 2026-02-11: ${ENOUGH_TO_BE_LARGE}`,
    ]);
    expect(await loadCounts(test, { caller })).toMatchObject({ countedAt: "2026-03-01T12:00:00Z" });
  });

  it("follow what happens today, and forget what is older than thirty days", async () => {
    const { test, id, caller } = await openLargeShop();
    await addPayloads(test, id, "ingested", "2026-03-01T11:00:00Z");
    await count(test);
    test.clock.set("2026-03-12T00:01:00Z");
    await addPayloads(test, id, "ingested", "2026-03-01T13:00:00Z");
    await addPayloads(test, id, "ingested", "2026-03-11T13:00:00Z", ENOUGH_TO_BE_LARGE);
    await count(test);
    expect(await countsOf(test, caller)).toEqual(["in.ingested 2026-03-01: 2", `in.ingested 2026-03-11: ${ENOUGH_TO_BE_LARGE}`]);
  });

  it("are made anew only for days that may have changed: a payload was read at last, or another", async () => {
    const { test, id, caller } = await openLargeShop();
    await addPayloads(test, id, "invalid", "2026-02-20T10:00:00Z");
    await count(test);
    // Nothing ever comes in late; this row tells that its day was left alone.
    await addPayloads(test, id, "ingested", "2026-02-12T10:00:00Z");
    await test.db.kysely.updateTable("payloads").set({ outcome: "ingested" }).where("outcome", "=", "invalid").execute();
    await count(test);
    expect(await countsOf(test, caller)).toEqual([`in.ingested 2026-02-10: ${ENOUGH_TO_BE_LARGE}`, "in.ingested 2026-02-20: 1"]);
  });

  it("are kept apart from those of other shops", async () => {
    const { test, caller } = await openLargeShop();
    const rival = await createMerchant(test, "rival");
    await addPayloads(test, rival.id, "ignored", "2026-02-10T10:00:00Z", ENOUGH_TO_BE_LARGE);
    await count(test);
    expect(await countsOf(test, caller)).toEqual([`in.ingested 2026-02-10: ${ENOUGH_TO_BE_LARGE}`]);
    expect(await countsOf(test, { merchantId: rival.id, mode: "production" })).toEqual([`in.ignored 2026-02-10: ${ENOUGH_TO_BE_LARGE}`]);
  });
});
