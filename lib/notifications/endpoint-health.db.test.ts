import { expect, it } from "vitest";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { deliverEvent } from "./deliver-event.ts";
import { getEndpoint } from "./get-endpoint.ts";
import { listNotices } from "./list-notices.ts";
import { receivers } from "./receiver.testing.ts";
import { replayPending } from "./replay-pending.ts";
import { resolveNotice } from "./resolve-notice.ts";
import { openShop } from "./shop.testing.ts";
import { updateEndpoint } from "./update-endpoint.ts";

const DAY = 24 * 60;

describeOnEveryEngine("an endpoint that accepts nothing", (open) => {
  const startReceiver = receivers();

  async function openFailing() {
    const [test, receiver] = [await open(), await startReceiver()];
    const shop = await openShop(test);
    const endpoint = await shop.addEndpoint({ url: `${receiver.url}/secret-path?token=secret` });
    let count = 0;
    return {
      test,
      receiver,
      shop,
      endpoint,
      kinds: async () => (await listNotices(shop.ctx, shop)).map(({ kind }) => kind),
      /** Something happens to another parcel, and is sent. */
      async moreNews() {
        count += 1;
        await shop.hasNews(`1Z999AA1012345${1000 + count}`);
        await shop.run();
      },
      state: () => getEndpoint(shop.ctx, { caller: shop.caller, id: endpoint.id }),
    };
  }

  it("is remembered to fail since its first failure, until it accepts something", async () => {
    const { receiver, moreNews, state, test } = await openFailing();
    receiver.answers(500);
    await moreNews();
    test.clock.advanceMinutes(60);
    await moreNews();
    expect((await state())?.failingSince).toBe("2026-03-01T12:00:00Z");
    receiver.answers(200);
    await moreNews();
    expect((await state())?.failingSince).toBeNull();
  });

  it("is told of once, after a day, with the day it will be switched off and without its secrets", async () => {
    const { receiver, moreNews, kinds, shop, test, endpoint } = await openFailing();
    receiver.answers(500);
    await moreNews();
    test.clock.advanceMinutes(DAY - 1);
    await moreNews();
    expect(await kinds()).toEqual([]);
    test.clock.advanceMinutes(1);
    await moreNews();
    await moreNews();
    const [notice, ...others] = await listNotices(shop.ctx, shop);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ kind: "endpoint.failing", subject: endpoint.id, resolvedAt: null });
    expect(notice?.message).toMatch(
      /^The production endpoint at 127\.0\.0\.1:\d+ \(hook_\w+\) needs a look: it has accepted nothing since 2026-03-01 12:00 UTC \(last: answered 500\)\. .* 2026-03-06 12:00 UTC\.$/,
    );
    expect(notice?.message).not.toContain("secret");
  });

  it("is well again as soon as it accepts something, and the notice resolved", async () => {
    const { receiver, moreNews, kinds, shop, test } = await openFailing();
    receiver.answers(500);
    await moreNews();
    test.clock.advanceMinutes(DAY);
    await moreNews();
    expect(await kinds()).toEqual(["endpoint.failing"]);
    receiver.answers(200);
    await moreNews();
    expect(await kinds()).toEqual([]);
    expect(await listNotices(shop.ctx, { ...shop, withResolved: true })).toMatchObject([{ resolvedAt: test.clock.now() }]);
  });

  it("is switched off after five days, having been told of before, and keeps what is still to be sent", async () => {
    const { receiver, moreNews, kinds, shop, test, state, endpoint } = await openFailing();
    receiver.answers(500);
    await moreNews();
    for (const days of [1, 4]) {
      expect((await state())?.disabledAt).toBeNull();
      test.clock.advanceMinutes(days * DAY);
      if (days === 4) expect(await kinds()).toEqual(["endpoint.failing"]);
      await moreNews();
    }
    expect(await kinds()).toEqual(["endpoint.disabled"]);
    expect(await state()).toMatchObject({
      disabledAt: test.clock.now(),
      disabledReason: "it has accepted nothing since 2026-03-01 12:00 UTC (last: answered 500)",
    });
    const asked = receiver.received.length;
    test.clock.advanceMinutes(DAY);
    await moreNews();
    expect(receiver.received).toHaveLength(asked);

    const pending = (await shop.deliveries()).filter((delivery) => delivery.state === "pending");
    expect(pending).toHaveLength(3);
    receiver.answers(200);
    await updateEndpoint(shop.ctx, { caller: shop.caller, id: endpoint.id, changes: { isDisabled: false } });
    expect(await kinds()).toEqual([]);
    await shop.run();
    expect((await shop.deliveries()).map((delivery) => delivery.state)).toEqual(["delivered", "delivered", "delivered"]);
    expect(await state()).toMatchObject({ disabledAt: null, disabledReason: null, failingSince: null });
  });

  it("is switched off at once when it answers 410, and nothing more is sent", async () => {
    const { receiver, moreNews, kinds, shop, state, endpoint } = await openFailing();
    receiver.answers(500);
    await moreNews();
    receiver.answers(410);
    await moreNews();
    expect(await kinds()).toEqual(["endpoint.disabled"]);
    expect(await state()).toMatchObject({ disabledReason: "it answered 410, which asks for no more events" });
    const deliveries = await shop.deliveries();
    expect(deliveries.map((delivery) => [delivery.state, delivery.attempts.at(-1)?.httpStatus]).sort()).toEqual([
      ["cancelled", 500],
      ["failed", 410],
    ]);
    shop.ctx.clock.advanceMinutes(DAY);
    expect(receiver.received).toHaveLength(2);
    expect(await replayPending(shop.ctx, { caller: shop.caller, endpointId: endpoint.id })).toEqual({ kind: "endpoint_disabled" });
  });

  it("is switched off once, though many of its events are refused at one moment", async () => {
    const { receiver, kinds, shop } = await openFailing();
    receiver.answers(410);
    for (let count = 0; count < 8; count += 1) await shop.hasNews(`1Z999AA1012345${2000 + count}`);
    const { merchantId } = shop.caller;
    await Promise.all((await shop.deliveries()).map(({ id }) => deliverEvent(shop.ctx, { merchantId, deliveryId: id })));
    expect(await kinds()).toEqual(["endpoint.disabled"]);
    const deliveries = await shop.deliveries();
    expect(deliveries.filter(({ state }) => state === "pending")).toEqual([]);
    expect(deliveries.filter(({ attempts }) => attempts.length > 0)).toHaveLength(receiver.received.length);
  });

  it("starts anew at a new address", async () => {
    const { receiver, moreNews, kinds, shop, test, state, endpoint } = await openFailing();
    receiver.answers(500);
    await moreNews();
    test.clock.advanceMinutes(DAY);
    await moreNews();
    await updateEndpoint(shop.ctx, { caller: shop.caller, id: endpoint.id, changes: { url: `${receiver.url}/new` } });
    expect((await state())?.failingSince).toBeNull();
    expect(await kinds()).toEqual([]);
    receiver.answers(200);
    await replayPending(shop.ctx, { caller: shop.caller, endpointId: endpoint.id });
    await shop.run();
    expect(receiver.received.at(-1)?.path).toBe("/hooks/new");
  });

  it("is one merchant's matter: nobody else sees the notice, or resolves it", async () => {
    const { receiver, moreNews, kinds, shop, test } = await openFailing();
    const night = await openShop(test, "night");
    receiver.answers(410);
    await moreNews();
    const [notice] = await listNotices(shop.ctx, shop);
    expect(await listNotices(night.ctx, night)).toEqual([]);
    expect(await resolveNotice(night.ctx, { ...night, id: notice?.id ?? "" })).toBe("not_found");
    expect(await kinds()).toEqual(["endpoint.disabled"]);
    expect(await resolveNotice(shop.ctx, { ...shop, id: notice?.id ?? "" })).toBe("resolved");
    expect(await resolveNotice(shop.ctx, { ...shop, id: notice?.id ?? "" })).toBe("not_found");
    expect(await kinds()).toEqual([]);
  });
});
