import { expect, it } from "vitest";
import type { PayloadsTable } from "#lib/db/schema.ts";
import type { DeadJob } from "#lib/jobs/job-queue.ts";
import { receivers } from "#lib/notifications/receiver.testing.ts";
import { openShop } from "#lib/notifications/shop.testing.ts";
import { updateEndpoint } from "#lib/notifications/update-endpoint.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { type MerchantId, newId } from "#lib/shared/ids.ts";
import { createSource } from "#lib/sources/create-source.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { easypostTracker } from "#lib/testing/factories.ts";
import { replayDeadJobs } from "./dead-jobs.ts";
import { loadHealth } from "./load-health.ts";
import { replayUnread } from "./replay-unread.ts";

async function addUnread(test: TestDatabase, merchantId: MerchantId, changes: Partial<PayloadsTable> = {}) {
  const row: PayloadsTable = {
    id: newId("pay", test.random),
    merchant_id: merchantId,
    provider: "easypost",
    source_id: null,
    tracker_id: null,
    is_answer: 0,
    mode: null,
    received_at: test.clock.now(),
    outcome: "invalid",
    problem: "tracking_code: missing",
    body_encoding: "utf8",
    body: "{}",
    ...changes,
  };
  await test.db.kysely.insertInto("payloads").values(row).execute();
}

const deadJob = (id: string, payload: unknown): DeadJob => ({
  id,
  task: "process_payload",
  payload,
  attempts: 25,
  lastError: "TypeError",
  createdAt: "2026-02-20T10:00:00Z" as Instant,
});

describeOnEveryEngine("a shop's health", (open) => {
  const openReceiver = receivers();

  async function openHealth() {
    const test = await open();
    const shop = await openShop(test);
    const health = () => loadHealth(shop.ctx, { caller: shop.caller });
    return { test, shop, merchantId: shop.caller.merchantId, health, kinds: async () => (await health()).ailments.map(({ kind }) => kind) };
  }

  it("is good where nothing is the matter", async () => {
    const { health } = await openHealth();
    expect(await health()).toEqual({ ailments: [], sources: 0, endpoints: 0, lastHeardAt: null });
  });

  it("suffers from a source whose key is not taken, told once and not by its notice as well", async () => {
    const { test, merchantId, health } = await openHealth();
    const made = await createSource(test, { merchantId, provider: "easypost", mode: "production" });
    if (made.kind !== "created") throw new Error(made.kind);
    await test.db.kysely
      .insertInto("notices")
      .values({
        id: "ntc_1",
        merchant_id: merchantId,
        mode: "production",
        kind: "source.unauthorized",
        subject: made.source.id,
        message: "No key.",
        created_at: test.clock.now(),
        resolved_at: null,
      })
      .execute();
    expect((await health()).ailments).toMatchObject([{ kind: "source", source: { id: made.source.id, state: "unauthorized" } }]);
  });

  it("tells of an endpoint that accepts nothing, and of how much waits for it", async () => {
    const { shop, health, kinds } = await openHealth();
    const receiver = await openReceiver();
    await shop.addEndpoint({ url: receiver.url });
    receiver.answers(500);
    await shop.hasNews();
    await shop.run();
    expect((await health()).ailments).toMatchObject([{ kind: "endpoint_failing", since: "2026-03-01T12:00:00Z", waiting: 1 }]);
    receiver.answers(200);
    await shop.runNext();
    expect(await kinds()).toEqual([]);
  });

  it("tells of an endpoint that was switched off because of its answers, not of one its merchant switched off", async () => {
    const { shop, health, kinds } = await openHealth();
    const receiver = await openReceiver();
    const { id } = await shop.addEndpoint({ url: receiver.url });
    receiver.answers(410);
    await shop.hasNews();
    await shop.run();
    expect((await health()).ailments).toMatchObject([{ kind: "endpoint_disabled", noticeId: expect.stringMatching(/^ntc_/) }]);
    await updateEndpoint(shop.ctx, { caller: shop.caller, id, changes: { isDisabled: false } });
    await updateEndpoint(shop.ctx, { caller: shop.caller, id, changes: { isDisabled: true } });
    expect(await kinds()).toEqual([]);
  });

  it("tells of events that were given up lately", async () => {
    const { test, shop, health, kinds } = await openHealth();
    const receiver = await openReceiver();
    await shop.addEndpoint({ url: receiver.url });
    await shop.hasNews();
    await test.db.kysely.updateTable("event_deliveries").set({ state: "failed", next_attempt_at: null }).execute();
    expect((await health()).ailments).toMatchObject([{ kind: "deliveries_failed", count: 1 }]);
    test.clock.set("2026-03-10T12:00:00Z");
    expect(await kinds()).not.toContain("deliveries_failed");
  });

  it("tells of payloads that nobody could read, each in its own mode", async () => {
    const { test, shop, merchantId, health } = await openHealth();
    await addUnread(test, merchantId);
    await addUnread(test, merchantId, { mode: "test" });
    await addUnread(test, merchantId, { outcome: "ignored", problem: "EasyPost Batch" });
    expect((await health()).ailments).toEqual([{ kind: "payloads_unread", count: 1 }]);
    expect((await loadHealth(shop.ctx, { caller: { ...shop.caller, mode: "test" } })).ailments).toEqual([
      { kind: "payloads_unread", count: 2 },
    ]);
  });

  it("is mended by reading them again, once they can be read", async () => {
    const { test, shop, merchantId, kinds } = await openHealth();
    await addUnread(test, merchantId);
    await addUnread(test, merchantId, { body: JSON.stringify(easypostTracker({})) });
    expect(await replayUnread(test, { caller: shop.caller })).toEqual({ read: 1, unread: 1, hasMore: false });
    expect(await kinds()).toEqual(["payloads_unread"]);
  });

  it("tells of this shop's dead jobs only, and gives those another life", async () => {
    const { shop, merchantId } = await openHealth();
    const replayed: (readonly string[] | "all")[] = [];
    const jobs = {
      listDead: async () => [deadJob("1", { merchantId }), deadJob("2", { merchantId: "mrc_rival" }), deadJob("3", {}), deadJob("4", null)],
      replayDead: async (ids: readonly string[] | "all") => {
        replayed.push(ids);
        return ids.length;
      },
    };
    const { ailments } = await loadHealth({ ...shop.ctx, jobs }, { caller: shop.caller });
    expect(ailments).toEqual([{ kind: "jobs_dead", count: 1, since: "2026-02-20T10:00:00Z" }]);
    expect(await replayDeadJobs({ jobs }, merchantId)).toBe(1);
    expect(await replayDeadJobs({ jobs }, "mrc_nobody")).toBe(0);
    expect(replayed).toEqual([["1"]]);
  });

  it("is nobody else's", async () => {
    const { test, shop, merchantId } = await openHealth();
    const receiver = await openReceiver();
    await shop.addEndpoint({ url: receiver.url });
    receiver.answers(500);
    await shop.hasNews();
    await shop.run();
    await addUnread(test, merchantId);
    const rival = await openShop(test, "rival");
    expect((await loadHealth(rival.ctx, { caller: rival.caller })).ailments).toEqual([]);
    expect(await replayUnread(test, { caller: rival.caller })).toEqual({ read: 0, unread: 0, hasMore: false });
  });
});
