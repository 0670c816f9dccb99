import { expect, it } from "vitest";
import { createHttpClient } from "#lib/http/create-http-client.ts";
import type { HttpClient } from "#lib/http/http-client.ts";
import { RETRY_DELAYS } from "#lib/jobs/retry-schedule.ts";
import { deleteTracker } from "#lib/shipments/delete-tracker.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { aScan } from "#lib/testing/snapshots.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { deleteEndpoint } from "./delete-endpoint.ts";
import { deliverEvent } from "./deliver-event.ts";
import { receivers } from "./receiver.testing.ts";
import { openShop, openShopWithReceiver } from "./shop.testing.ts";
import { updateEndpoint } from "./update-endpoint.ts";

describeOnEveryEngine("an event", (open) => {
  const startReceiver = receivers();

  const openWithReceiver = async () => openShopWithReceiver(await open(), await startReceiver());

  it("is told to every enabled endpoint of its merchant and mode, and to no other", async () => {
    const test = await open();
    const [fern, night] = [await openShop(test), await openShop(test, "night")];
    const fernTest = await openShop(test, "fern", "test");
    const [first, second, ofTest, ofNight, disabled] = await Promise.all(Array.from({ length: 5 }, startReceiver));
    await fern.addEndpoint({ url: `${first?.url}/1` });
    await fern.addEndpoint({ url: `${second?.url}/2`, format: "easypost" });
    await fernTest.addEndpoint({ url: ofTest?.url ?? "" });
    await night.addEndpoint({ url: ofNight?.url ?? "" });
    const off = await fern.addEndpoint({ url: disabled?.url ?? "" });
    await updateEndpoint(fern.ctx, { caller: fern.caller, id: off.id, changes: { isDisabled: true } });

    await fern.hasNews();
    await fern.run();
    expect([first, second, ofTest, ofNight, disabled].map((receiver) => receiver?.received.map(({ path }) => path))).toEqual([
      ["/hooks/1"],
      ["/hooks/2"],
      [],
      [],
      [],
    ]);
    expect(await fern.deliveries()).toMatchObject([{ state: "delivered" }, { state: "delivered" }]);
    expect(await night.deliveries()).toEqual([]);
    expect(await fernTest.deliveries()).toEqual([]);
  });

  it("is told of news, and of nothing else", async () => {
    const { shop, receiver } = await openWithReceiver();
    const delivered: Partial<TrackerSnapshot> = {
      status: "delivered",
      substatus: "delivered",
      scans: [aScan({ status: "delivered" })],
    };
    await shop.hasNews();
    await shop.hasNews(undefined, delivered);
    await shop.hasNews(undefined, delivered);
    shop.ctx.clock.advanceMinutes(10);
    await shop.hasNews(undefined, delivered);
    await shop.run();
    expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(["tracker.created", "tracker.updated"]);
  });

  it("leaves a record of each attempt: when, how long, and the beginning of the answer", async () => {
    const { shop, receiver } = await openWithReceiver();
    receiver.answers(500, { body: `no\0 ${"x".repeat(10_000)}` });
    await shop.hasNews();
    await shop.run();
    const [delivery] = await shop.deliveries();
    expect(delivery).toMatchObject({ state: "pending", deliveredAt: null, url: receiver.url });
    expect(delivery?.attempts).toEqual([
      {
        attempt: 1,
        attemptedAt: "2026-03-01T12:00:00Z",
        durationMs: expect.any(Number),
        httpStatus: 500,
        problem: "answered 500",
        answer: `no\ufffd ${"x".repeat(496)}`,
      },
    ]);

    receiver.answers(204);
    await shop.runNext();
    const [delivered] = await shop.deliveries();
    expect(delivered).toMatchObject({ state: "delivered", deliveredAt: shop.ctx.clock.now(), nextAttemptAt: null });
    expect(delivered?.attempts.map(({ attempt, httpStatus, problem }) => [attempt, httpStatus, problem])).toEqual([
      [1, 500, "answered 500"],
      [2, 204, null],
    ]);
  });

  it("keeps its id through all attempts, so that a receiver knows it again", async () => {
    const { shop, receiver } = await openWithReceiver();
    receiver.answers(500);
    await shop.hasNews();
    await shop.run();
    await shop.runNext();
    const [first, second] = receiver.received;
    expect(first?.headers["webhook-id"]).toMatch(/^evt_/);
    expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
    expect(second?.headers["webhook-timestamp"]).not.toBe(first?.headers["webhook-timestamp"]);
    expect(second?.body).toBe(first?.body);
  });

  it("fails after the last attempt, and only then", async () => {
    const { shop, receiver } = await openWithReceiver();
    receiver.answers(500);
    await shop.hasNews();
    await shop.run();
    for (const _ of RETRY_DELAYS) {
      expect(await shop.deliveries()).toMatchObject([{ state: "pending" }]);
      await shop.runNext();
    }
    expect(await shop.deliveries()).toMatchObject([{ state: "failed", nextAttemptAt: null }]);
    expect(receiver.received).toHaveLength(RETRY_DELAYS.length + 1);
    shop.ctx.clock.advanceMinutes(10_000);
    expect(await shop.run()).toBe(0);
  });

  it("waits as long as a busy receiver asks for", async () => {
    const { shop, receiver } = await openWithReceiver();
    receiver.answers(429, { headers: { "retry-after": "1800" } });
    await shop.hasNews();
    await shop.run();
    expect(await shop.deliveries()).toMatchObject([{ nextAttemptAt: "2026-03-01T12:30:00Z" }]);
    shop.ctx.clock.advanceMinutes(29);
    expect(await shop.run()).toBe(0);
    shop.ctx.clock.advanceMinutes(1);
    await shop.run();
    expect(receiver.received).toHaveLength(2);
  });

  it("does not follow a redirect", async () => {
    const { shop, receiver } = await openWithReceiver();
    const elsewhere = await startReceiver();
    receiver.answers(307, { headers: { location: elsewhere.url } });
    await shop.hasNews();
    await shop.run();
    expect(elsewhere.received).toEqual([]);
    const [delivery] = await shop.deliveries();
    expect(delivery?.attempts).toMatchObject([{ httpStatus: 307, problem: expect.stringContaining("redirects are not followed") }]);
    expect(delivery?.state).toBe("pending");
  });

  it("goes to no private address unless the operator allows it, and says so", async () => {
    const { test, shop, receiver } = await openWithReceiver();
    await shop.hasNews();
    const guarded = createHttpClient({ allowPrivateTargets: false });
    await shop.run({ ...shop.ctx, http: guarded });
    await guarded.close();
    expect(receiver.received).toEqual([]);
    expect((await shop.deliveries())[0]).toMatchObject({
      state: "pending",
      attempts: [{ httpStatus: null, answer: null, problem: expect.stringContaining("ALLOW_PRIVATE_TARGETS") }],
    });
    expect(test.config.allowPrivateTargets).toBe(false);
  });

  it("is tried again where nobody answers in time", async () => {
    const { shop, receiver } = await openWithReceiver();
    const slow = await startReceiver();
    slow.answers("silence");
    await shop.addEndpoint({ url: slow.url, format: "shippo" });
    await shop.hasNews();
    await shop.run();
    expect(receiver.received).toHaveLength(1);
    const unanswered = (await shop.deliveries()).find(({ url }) => url === slow.url);
    expect(unanswered).toMatchObject({ state: "pending", attempts: [{ httpStatus: null, problem: "no answer within 3 s" }] });
  });

  it("is sent once, however often its job comes", async () => {
    const { shop, receiver } = await openWithReceiver();
    await shop.hasNews();
    const [delivery] = await shop.deliveries();
    const job = { merchantId: shop.caller.merchantId, deliveryId: delivery?.id ?? "dlv_" } as const;
    await Promise.all([deliverEvent(shop.ctx, job), deliverEvent(shop.ctx, job), deliverEvent(shop.ctx, job)]);
    await deliverEvent(shop.ctx, job);
    shop.ctx.clock.advanceMinutes(60);
    await shop.run();
    expect(receiver.received).toHaveLength(1);
    expect((await shop.deliveries())[0]).toMatchObject({ state: "delivered", attempts: [{ httpStatus: 200 }] });
  });

  it("is not tried before its time when a job comes twice", async () => {
    const { shop, receiver } = await openWithReceiver();
    receiver.answers(500);
    await shop.hasNews();
    await shop.run();
    await shop.runNext();
    const [delivery] = await shop.deliveries();
    await deliverEvent(shop.ctx, { merchantId: shop.caller.merchantId, deliveryId: delivery?.id ?? "dlv_" });
    expect(receiver.received).toHaveLength(2);
    await shop.runNext();
    expect(receiver.received).toHaveLength(3);
  });

  it("is sent again, not lost, when we are killed between sending and recording", async () => {
    const { shop, receiver } = await openWithReceiver();
    await shop.hasNews();
    const [delivery] = await shop.deliveries();
    const job = { merchantId: shop.caller.merchantId, deliveryId: delivery?.id ?? "dlv_" } as const;
    await expect(deliverEvent({ ...shop.ctx, http: killedAfter(shop.ctx.http) }, job)).rejects.toThrow("killed");
    expect(receiver.received).toHaveLength(1);

    // The queue has not heard of its end, so the job comes again; at first the dead sender's lease still holds.
    await shop.run();
    expect(receiver.received).toHaveLength(1);
    shop.ctx.clock.advanceMinutes(1);
    await shop.run();
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual(Array(2).fill(delivery?.eventId));
    expect(await shop.deliveries()).toMatchObject([{ state: "delivered" }]);
  });

  it("is lost with its endpoint, and without a fault", async () => {
    const { shop, receiver, endpoint } = await openWithReceiver();
    await shop.hasNews();
    await deleteEndpoint(shop.ctx, { caller: shop.caller, id: endpoint.id });
    await shop.run();
    expect(receiver.received).toEqual([]);
    expect(await shop.deliveries()).toEqual([]);
  });

  it("about a tracker that was deleted meanwhile is told to nobody", async () => {
    const { shop, receiver } = await openWithReceiver();
    const { id } = await shop.hasNews();
    await deleteTracker(shop.ctx, { caller: shop.caller, id });
    await shop.run();
    expect(receiver.received).toEqual([]);
    expect((await shop.deliveries()).filter(({ state }) => state === "pending")).toEqual([]);
  });

  it("waits while its endpoint is disabled, and goes on when it is enabled", async () => {
    const { shop, receiver, endpoint } = await openWithReceiver();
    const setDisabled = (isDisabled: boolean) =>
      updateEndpoint(shop.ctx, { caller: shop.caller, id: endpoint.id, changes: { isDisabled } });
    await shop.hasNews();
    await setDisabled(true);
    await shop.run();
    await shop.hasNews("1Z999AA10123456785");
    expect(await shop.deliveries()).toMatchObject([{ state: "pending", attempts: [] }]);
    await setDisabled(false);
    await shop.run();
    expect(receiver.received).toHaveLength(1);
    expect(await shop.deliveries()).toMatchObject([{ state: "delivered" }]);
  });

  it("of an endpoint that hangs leaves hands free for the others", async () => {
    const { shop, receiver } = await openWithReceiver();
    receiver.answers(500);
    await shop.hasNews();
    await shop.run();
    for (const number of ["1Z999AA10123456785", "1Z999AA10123456786", "1Z999AA10123456787"]) await shop.hasNews(number);
    shop.ctx.clock.advanceMinutes(2);
    const hanging = hangingClient();
    const atOnce = (await shop.deliveries()).filter(({ attempts }) => attempts.length === 0);
    const sends = atOnce.map(
      ({ id }) =>
        () =>
          deliverEvent({ ...shop.ctx, http: hanging.http }, { merchantId: shop.caller.merchantId, deliveryId: id }),
    );
    const running = [sends[0]?.(), await hanging.reached(1), sends[1]?.(), await hanging.reached(2)];
    await sends[2]?.();
    expect(hanging.count()).toBe(2);

    const quick = await startReceiver();
    await shop.addEndpoint({ url: quick.url });
    await shop.hasNews("1Z999AA10123456788");
    const toQuick = (await shop.deliveries()).find(({ url }) => url === quick.url);
    await deliverEvent(shop.ctx, { merchantId: shop.caller.merchantId, deliveryId: toQuick?.id ?? "dlv_" });
    expect(quick.received).toHaveLength(1);
    hanging.release();
    await Promise.all(running);
  });

  it("of many endpoints that hang, each with little to be told, leaves hands free as well", async () => {
    const { shop, endpoint } = await openWithReceiver();
    const { ctx, caller } = shop;
    await ctx.db.kysely.updateTable("endpoints").set({ failing_since: ctx.clock.now() }).where("id", "=", endpoint.id).execute();
    for (let index = 0; index < 20; index += 1) {
      const { id } = await shop.addEndpoint({ url: `${endpoint.url}/${index}` });
      await ctx.db.kysely.updateTable("endpoints").set({ failing_since: ctx.clock.now() }).where("id", "=", id).execute();
    }
    ctx.clock.advanceMinutes(240);
    await shop.hasNews();
    const hanging = hangingClient();
    const running: Promise<void>[] = [];
    for (const { id } of (await shop.deliveries()).slice(0, 16)) {
      running.push(deliverEvent({ ...ctx, http: hanging.http }, { merchantId: caller.merchantId, deliveryId: id }));
      await hanging.reached(running.length);
    }
    const late = (await shop.deliveries()).slice(16);
    for (const { id } of late) await deliverEvent({ ...ctx, http: hanging.http }, { merchantId: caller.merchantId, deliveryId: id });
    expect(hanging.count()).toBe(16);
    hanging.release();
    await Promise.all(running);

    // Four hours of silence are no reason to look again every minute.
    const before = (await shop.deliveries()).flatMap(({ attempts }) => attempts).length;
    ctx.clock.advanceMinutes(50);
    await deliverEvent(ctx, { merchantId: caller.merchantId, deliveryId: late[0]?.id ?? "dlv_" });
    expect((await shop.deliveries()).flatMap(({ attempts }) => attempts)).toHaveLength(before + 1);
  });
});

/** Sends in earnest, and then our process ends. */
function killedAfter(http: HttpClient): HttpClient {
  return {
    ...http,
    async request(request) {
      await http.request(request);
      throw new Error("killed");
    },
  };
}

/** A receiver that takes its time, without the time. */
function hangingClient() {
  const asked: (() => void)[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const http: HttpClient = {
    request: () =>
      new Promise((resolve) => {
        asked.push(() => resolve({ kind: "no_answer", problem: "no answer within 15 s", isTimeout: true }));
        for (const { count, resolve: tell } of waiting) if (asked.length >= count) tell();
      }),
    close: async () => undefined,
  };
  return {
    http,
    count: () => asked.length,
    reached: (count: number) =>
      new Promise<void>((resolve) => {
        waiting.push({ count, resolve });
        if (asked.length >= count) resolve();
      }),
    release: () => {
      for (const end of asked) end();
    },
  };
}
