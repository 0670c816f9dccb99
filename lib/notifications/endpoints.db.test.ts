import { expect, it } from "vitest";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { createEndpoint } from "./create-endpoint.ts";
import { deleteEndpoint } from "./delete-endpoint.ts";
import { getEndpoint } from "./get-endpoint.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { listEndpoints } from "./list-endpoints.ts";
import { receivers } from "./receiver.testing.ts";
import { replayDelivery } from "./replay-delivery.ts";
import { replayPending } from "./replay-pending.ts";
import { rotateSecret } from "./rotate-secret.ts";
import { sendTestEvent } from "./send-test-event.ts";
import { openShop } from "./shop.testing.ts";
import { updateEndpoint } from "./update-endpoint.ts";

const URL = "https://shop.example/hooks";

describeOnEveryEngine("endpoints", (open) => {
  const startReceiver = receivers();

  it("are made with a secret where their format needs one, told this once", async () => {
    const test = await open();
    const { id } = await createMerchant(test, "fern");
    const caller = { merchantId: id, mode: "test" } as const;
    const outcome = await createEndpoint(test, { caller, url: URL, format: "standard", name: "Warehouse" });
    expect(outcome).toEqual({
      kind: "created",
      secret: expect.stringMatching(/^whsec_[\w+/]{43}=$/),
      endpoint: {
        id: expect.stringMatching(/^hook_/),
        merchantId: id,
        mode: "test",
        url: URL,
        format: "standard",
        name: "Warehouse",
        createdAt: "2026-03-01T12:00:00Z",
        updatedAt: "2026-03-01T12:00:00Z",
        disabledAt: null,
        disabledReason: null,
        failingSince: null,
        hasSecret: true,
        previousSecretUntil: null,
        headers: [],
      },
    });
    expect(await listEndpoints(test, { caller })).toEqual(outcome.kind === "created" ? [outcome.endpoint] : []);
    for (const format of ["easypost", "shippo", "shipengine"] as const) {
      expect(await createEndpoint(test, { caller, url: URL, format })).toMatchObject({ secret: null, endpoint: { hasSecret: false } });
    }
    expect((await listEndpoints(test, { caller, format: "shippo" })).map(({ format }) => format)).toEqual(["shippo"]);
  });

  it("keep secrets and headers from whoever reads the database", async () => {
    const test = await open();
    const shop = await openShop(test);
    const { id, headers } = await shop.addEndpoint({
      url: URL,
      format: "easypost",
      secret: "hush-hush",
      headers: [{ name: "Authorization", value: "Bearer confidential" }],
    });
    expect(headers).toEqual([{ name: "Authorization", value: "Bearer confidential" }]);
    expect(await getEndpoint(test, { caller: shop.caller, id })).toMatchObject({ headers, hasSecret: true });
    const stored = JSON.stringify(await test.db.kysely.selectFrom("endpoints").selectAll().execute());
    expect(stored).not.toContain("hush-hush");
    expect(stored).not.toContain("confidential");
  });

  it("are refused with everything that is wrong, and changed by nothing of it", async () => {
    const test = await open();
    const shop = await openShop(test);
    const wrong = { url: "http://127.0.0.1/", name: "x".repeat(101), secret: "", headers: [{ name: "host", value: "1" }] };
    const made = await createEndpoint(test, { caller: shop.caller, format: "easypost", ...wrong });
    expect(made).toMatchObject({
      kind: "invalid",
      issues: [{ path: "url" }, { path: "name" }, { path: "secret" }, { path: "headers.0.name" }],
    });
    expect(await listEndpoints(test, shop)).toEqual([]);

    const { secret: _, ...endpoint } = await shop.addEndpoint({ url: URL });
    const changed = await updateEndpoint(test, { caller: shop.caller, id: endpoint.id, changes: { name: "Good", url: "nowhere" } });
    expect(changed).toMatchObject({ kind: "invalid", issues: [{ path: "url" }] });
    expect(await getEndpoint(test, { caller: shop.caller, id: endpoint.id })).toEqual(endpoint);
  });

  it("are fifty at most", async () => {
    const shop = await openShop(await open());
    for (let count = 0; count < 50; count += 1) await shop.addEndpoint({ url: URL, format: "shippo" });
    expect(await createEndpoint(shop.ctx, { caller: shop.caller, url: URL, format: "shippo" })).toMatchObject({
      kind: "invalid",
      issues: [{ message: expect.stringContaining("50 endpoints already") }],
    });
  });

  it("change in what is said, and in nothing else", async () => {
    const test = await open();
    const shop = await openShop(test);
    const { secret: _, ...endpoint } = await shop.addEndpoint({ url: URL, name: "One", headers: [{ name: "x-shop", value: "1" }] });
    test.clock.advanceMinutes(1);
    const change = async (changes: Parameters<typeof updateEndpoint>[1]["changes"]) => {
      const outcome = await updateEndpoint(test, { caller: shop.caller, id: endpoint.id, changes });
      return outcome.kind === "updated" ? outcome.endpoint : outcome;
    };
    const updatedAt = test.clock.now();
    expect(await change({ name: "Two" })).toEqual({ ...endpoint, name: "Two", updatedAt });
    expect(await change({ name: null, headers: [] })).toEqual({ ...endpoint, name: null, headers: [], updatedAt });
    expect(await change({ isDisabled: true })).toMatchObject({ disabledAt: updatedAt, disabledReason: "switched off by hand", name: null });
    test.clock.advanceMinutes(1);
    expect(await change({ isDisabled: true })).toMatchObject({ disabledAt: updatedAt });
    expect(await change({ isDisabled: false })).toMatchObject({ disabledAt: null, disabledReason: null });
    expect(await change({ secret: null })).toMatchObject({ kind: "invalid" });
  });

  it("rotate secrets where they have them", async () => {
    const shop = await openShop(await open());
    const rotate = async (format: "easypost" | "shipengine") => {
      const { id } = await shop.addEndpoint({ url: URL, format });
      return rotateSecret(shop.ctx, { caller: shop.caller, id });
    };
    expect(await rotate("easypost")).toMatchObject({
      kind: "rotated",
      secret: expect.stringMatching(/^\w{32}$/),
      endpoint: { hasSecret: true },
    });
    expect(await rotate("shipengine")).toEqual({ kind: "has_no_secret" });
  });

  it("can be tried with a sample that is stored nowhere and counts for nothing", async () => {
    const [test, receiver] = [await open(), await startReceiver()];
    const shop = await openShop(test);
    for (const format of ["standard", "easypost", "shippo", "shipengine"] as const) {
      const { id } = await shop.addEndpoint({ url: receiver.url, format });
      receiver.answers(200, { body: "thanks" });
      const outcome = await sendTestEvent(shop.ctx, { caller: shop.caller, id });
      expect(outcome).toMatchObject({ kind: "sent", attempt: { httpStatus: 200, answer: "thanks", verdict: { kind: "accepted" } } });
      expect(receiver.received.at(-1)?.body).toContain("EZ2000000002");
      receiver.answers(410);
      expect(await sendTestEvent(shop.ctx, { caller: shop.caller, id })).toMatchObject({ attempt: { verdict: { kind: "gone" } } });
      expect(await getEndpoint(test, { caller: shop.caller, id })).toMatchObject({ disabledAt: null, failingSince: null });
    }
    expect(await test.db.kysely.selectFrom("events").selectAll().execute()).toEqual([]);
    expect(await shop.deliveries()).toEqual([]);
  });

  it("are nobody else's: not another merchant's, and not the other mode's", async () => {
    const [test, receiver] = [await open(), await startReceiver()];
    const shop = await openShop(test);
    const { id } = await shop.addEndpoint({ url: receiver.url });
    await shop.hasNews();
    await shop.run();
    const [delivery] = await shop.deliveries();
    const strangers = [(await openShop(test, "night")).caller, { ...shop.caller, mode: "test" } as const];
    for (const caller of strangers) {
      expect(await listEndpoints(test, { caller })).toEqual([]);
      expect(await getEndpoint(test, { caller, id })).toBeNull();
      expect(await updateEndpoint(test, { caller, id, changes: { name: "Mine" } })).toEqual({ kind: "not_found" });
      expect(await rotateSecret(test, { caller, id })).toEqual({ kind: "not_found" });
      expect(await sendTestEvent(shop.ctx, { caller, id })).toEqual({ kind: "not_found" });
      expect(await replayPending(test, { caller, endpointId: id })).toEqual({ kind: "not_found" });
      expect(await replayDelivery(test, { caller, id: delivery?.id ?? "" })).toEqual({ kind: "not_found" });
      expect(await listDeliveries(test, { caller, endpointId: id, page: { limit: 10 } })).toEqual({
        kind: "page",
        rows: [],
        hasMore: false,
      });
      expect(await listDeliveries(test, { caller, page: { limit: 10, beforeId: delivery?.id ?? "" } })).toEqual({ kind: "cursor_unknown" });
      expect(await deleteEndpoint(test, { caller, id })).toBe("not_found");
    }
    expect(receiver.received).toHaveLength(1);
    expect(await deleteEndpoint(test, { caller: shop.caller, id })).toBe("deleted");
    expect(await getEndpoint(test, { caller: shop.caller, id })).toBeNull();
  });

  it.each(["", "hook_", "hook_nope", "hook_\0", "\ud800", "'; drop table endpoints; --", "x".repeat(100_000)])(
    "of an id nobody has are not found (%#)",
    async (id) => {
      const shop = await openShop(await open());
      const { ctx, caller } = shop;
      expect(await getEndpoint(ctx, { caller, id })).toBeNull();
      expect(await updateEndpoint(ctx, { caller, id, changes: {} })).toEqual({ kind: "not_found" });
      expect(await deleteEndpoint(ctx, { caller, id })).toBe("not_found");
      expect(await replayPending(ctx, { caller, endpointId: id })).toEqual({ kind: "not_found" });
      expect(await replayDelivery(ctx, { caller, id })).toEqual({ kind: "not_found" });
      expect(await listDeliveries(ctx, { caller, endpointId: id, eventId: id, page: { limit: 5 } })).toMatchObject({ rows: [] });
      expect(await listDeliveries(ctx, { caller, page: { limit: 5, afterId: id } })).toEqual({ kind: "cursor_unknown" });
    },
  );
});
