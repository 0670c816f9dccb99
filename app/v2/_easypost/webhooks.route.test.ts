import { expect, it } from "vitest";
import type { ApiShop } from "#app/_server/visit-api.testing.ts";
import { updateEndpoint } from "#lib/notifications/update-endpoint.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { openApi, track } from "./open-api.testing.ts";

describeOnEveryEngine("events at /v2/events", (open) => {
  it("tell that a tracker was created, in short in a list and at length by id", async () => {
    const shop = await openApi(await open()).openShop("fern");
    await track(shop, "EZ1000000001");
    const { json: list } = await shop.call("GET", "/v2/events?page_size=1");
    const [summary] = list.events;
    expect(summary).toMatchObject({ object: "Event", description: "tracker.created", mode: "test" });
    const { json: event } = await shop.call("GET", `/v2/events/${summary.id}`);
    expect(event).toMatchObject({ ...summary, previous_attributes: {}, pending_urls: [], completed_urls: [] });
    expect(event).not.toHaveProperty("result");
    expect((await shop.call("GET", `/v2/events/${summary.id}/payloads`)).json).toEqual({ payloads: [] });
  });

  it("say where they are still to be delivered", async () => {
    const shop = await openApi(await open()).openShop("fern");
    await shop.call("POST", "/v2/webhooks", { body: { webhook: { url: "https://shop.example/hook" } } });
    await track(shop, "EZ1000000001");
    const [summary] = (await shop.call("GET", "/v2/events")).json.events;
    const { json } = await shop.call("GET", `/v2/events/${summary.id}`);
    expect([json.status, json.pending_urls, json.completed_urls]).toEqual(["pending", ["https://shop.example/hook"], []]);
  });

  it("are not found under ids that nobody has, nor by strangers", async () => {
    const { openShop } = openApi(await open());
    const [shop, stranger] = [await openShop("fern"), await openShop("night")];
    await track(shop, "EZ1000000001");
    const [{ id }] = (await shop.call("GET", "/v2/events")).json.events;
    for (const path of [`/v2/events/${id}`, `/v2/events/${id}/payloads`, `/v2/events/${id}/payloads/payload_1`]) {
      expect((await stranger.call("GET", path)).json.error.code, path).toBe("NOT_FOUND");
    }
    expect((await shop.call("GET", "/v2/events/evt_nobody")).status).toBe(404);
    const payload = await shop.call("GET", `/v2/events/${id}/payloads/payload_11111111111111111111111111111111`);
    expect([payload.status, payload.json.error.code]).toEqual([404, "PAYLOAD.NOT_FOUND"]);
    expect((await shop.call("GET", "/v2/events?after_id=evt_nobody")).status).toBe(404);
  });
});

describeOnEveryEngine("webhooks at /v2/webhooks", (open) => {
  const create = (shop: ApiShop, webhook: unknown) => shop.call("POST", "/v2/webhooks", { body: { webhook } });

  it("are created, found, listed and deleted, and never tell their secret", async () => {
    const shop = await openApi(await open()).openShop("fern");
    const custom_headers = [{ name: "X-Shop", value: "fern" }];
    const created = await create(shop, { url: "https://shop.example/hook", webhook_secret: "sécret", custom_headers });
    expect(created.status).toBe(201);
    expect(created.json).toEqual({
      id: expect.stringMatching(/^hook_/),
      object: "Webhook",
      mode: "test",
      url: "https://shop.example/hook",
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      disabled_at: null,
      custom_headers,
    });
    expect((await shop.call("GET", `/v2/webhooks/${created.json.id}`)).json).toEqual(created.json);
    expect((await shop.call("GET", "/v2/webhooks")).json).toEqual({ webhooks: [created.json] });
    const deleted = await shop.call("DELETE", `/v2/webhooks/${created.json.id}`);
    expect([deleted.status, deleted.json]).toEqual([200, {}]);
    expect((await shop.call("GET", `/v2/webhooks/${created.json.id}`)).status).toBe(404);
  });

  it.each(["PATCH", "PUT"] as const)("are changed by %s, bare or wrapped, with 201", async (method) => {
    const shop = await openApi(await open()).openShop("fern");
    const { json: webhook } = await create(shop, { url: "https://shop.example/hook" });
    const custom_headers = [{ name: "test", value: "header" }];
    const bare = await shop.call(method, `/v2/webhooks/${webhook.id}`, { body: { webhook_secret: "new", custom_headers } });
    expect([bare.status, bare.json]).toEqual([201, { ...webhook, custom_headers }]);
    const wrapped = await shop.call(method, `/v2/webhooks/${webhook.id}`, { body: { webhook: { url: "https://shop.example/two" } } });
    expect([wrapped.status, wrapped.json]).toEqual([201, { ...webhook, custom_headers, url: "https://shop.example/two" }]);
  });

  it("are refused shortly where nothing is right", async () => {
    const shop = await openApi(await open()).openShop("fern");
    const body = { webhook: { url: "https://shop.example/hook", custom_headers: Array(10_000).fill(1) } };
    const { status, json } = await shop.call("POST", "/v2/webhooks", { body });
    expect([status, json.error.errors.length]).toEqual([422, 50]);
  });

  it("are enabled again by any change", async () => {
    const test = await open();
    const shop = await openApi(test).openShop("fern");
    const { json: webhook } = await create(shop, { url: "https://shop.example/hook" });
    const caller = { merchantId: shop.merchant.id, mode: "test" } as const;
    await updateEndpoint(test, { caller, id: webhook.id, changes: { isDisabled: true } });
    expect((await shop.call("GET", `/v2/webhooks/${webhook.id}`)).json.disabled_at).toMatch(/Z$/);
    expect((await shop.call("PATCH", `/v2/webhooks/${webhook.id}`)).json.disabled_at).toBeNull();
  });

  it.each([
    [{}, "PARAMETER.REQUIRED", "webhook"],
    [{ webhook_secret: "x" }, "PARAMETER.REQUIRED", "url"],
    [{ url: "ftp://shop.example" }, "WEBHOOK.INVALID", "url"],
    [{ url: "http://127.0.0.1/hook" }, "WEBHOOK.INVALID", "url"],
    [{ url: "https://shop.example/", custom_headers: "X-Shop" }, "PARAMETER.INVALID", "custom_headers"],
    [{ url: "https://shop.example/", custom_headers: [{ name: "host", value: "x" }] }, "WEBHOOK.INVALID", "custom_headers.0.name"],
    [{ url: "https://shop.example/", webhook_secret: 7 }, "PARAMETER.INVALID", "webhook_secret"],
  ])("cannot be %j", async (webhook, code, field) => {
    const shop = await openApi(await open()).openShop("fern");
    const answer = await create(shop, webhook);
    expect([answer.status, answer.json.error.code, answer.json.error.errors[0].field]).toEqual([422, code, field]);
  });

  it("are nobody else's", async () => {
    const { openShop } = openApi(await open());
    const [shop, stranger] = [await openShop("fern"), await openShop("night")];
    const { json: webhook } = await create(shop, { url: "https://shop.example/hook" });
    for (const method of ["GET", "PATCH", "DELETE"] as const) {
      expect((await stranger.call(method, `/v2/webhooks/${webhook.id}`)).json.error.code).toBe("NOT_FOUND");
    }
    expect((await stranger.call("GET", "/v2/webhooks")).json.webhooks).toEqual([]);
    expect((await shop.call("GET", "/v2/webhooks")).json.webhooks).toHaveLength(1);
  });
});
