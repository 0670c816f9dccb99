import fc from "fast-check";
import { expect, it } from "vitest";
import { createApiVisitor } from "#app/_server/visit-api.testing.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import * as route from "./route.ts";

const WEBHOOK = { event: "track_updated", url: "https://shop.example/hooks?token=abc" };

async function openShippo(test: TestDatabase) {
  const api = createApiVisitor(test, route, { keyHeaders: (key) => ({ authorization: `ShippoToken ${key}` }) });
  return { ...api, shop: await api.openShop("fern"), live: await api.openShop("fern", "production") };
}

describeOnEveryEngine("Shippo's webhook objects", (open) => {
  it("are made, read, listed, changed and deleted, with and without trailing slash", async () => {
    const { shop } = await openShippo(await open());
    const made = await shop.call("POST", "/webhooks/", { body: { ...WEBHOOK, is_test: true } });
    expect([made.status, made.json]).toEqual([
      201,
      {
        object_id: expect.stringMatching(/^hook_/),
        object_owner: shop.merchant.id,
        object_created: "2026-03-01T12:00:00Z",
        object_updated: "2026-03-01T12:00:00Z",
        active: true,
        is_test: true,
        ...WEBHOOK,
      },
    ]);
    const path = `/webhooks/${made.json.object_id}`;
    expect((await shop.call("GET", `${path}/`)).json).toEqual(made.json);
    expect((await shop.call("GET", "/webhooks")).json).toEqual({ next: null, previous: null, count: 1, results: [made.json] });
    const changed = await shop.call("PUT", path, { body: { ...WEBHOOK, url: "https://shop.example/other", active: false } });
    expect(changed.json).toMatchObject({ object_id: made.json.object_id, url: "https://shop.example/other", active: false });
    expect((await shop.call("PUT", path, { body: WEBHOOK })).json).toMatchObject({ active: false });
    expect((await shop.call("PUT", path, { body: { ...WEBHOOK, active: true } })).json).toMatchObject({ active: true });
    expect(await shop.call("DELETE", path)).toMatchObject({ status: 204, text: "" });
    for (const method of ["GET", "PUT", "DELETE"] as const) {
      expect(await shop.call(method, path, method === "PUT" ? { body: WEBHOOK } : {})).toMatchObject({
        status: 404,
        json: { detail: "Not found." },
      });
    }
  });

  it("can be made switched off, and for all events, of which there is one", async () => {
    const { live } = await openShippo(await open());
    const { json } = await live.call("POST", "/webhooks", { body: { ...WEBHOOK, event: "all", active: false } });
    expect(json).toMatchObject({ event: "track_updated", active: false, is_test: false });
  });

  it("can be sent as a form", async () => {
    const { live } = await openShippo(await open());
    const body = "event=track_updated&url=https%3A%2F%2Fshop.example%2Fhooks&active=false&is_test=false";
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await live.call("POST", "/webhooks", { body, headers })).json).toMatchObject({ active: false });
  });

  it("are those of the key's mode and merchant, and of Shippo's format", async () => {
    const test = await open();
    const { shop, live, openShop } = await openShippo(test);
    const { json: made } = await shop.call("POST", "/webhooks", { body: WEBHOOK });
    const caller = { merchantId: shop.merchant.id, mode: "test" } as const;
    const other = await createEndpoint(test, { caller, url: WEBHOOK.url, format: "easypost" });
    const night = await openShop("night");
    for (const stranger of [live, night]) {
      expect((await stranger.call("GET", "/webhooks")).json.count).toBe(0);
      expect((await stranger.call("DELETE", `/webhooks/${made.object_id}`)).status).toBe(404);
    }
    const easypostId = other.kind === "created" ? other.endpoint.id : "";
    expect((await shop.call("GET", `/webhooks/${easypostId}`)).status).toBe(404);
    expect((await shop.call("GET", "/webhooks")).json.results).toEqual([made]);
  });

  it("say every field that is wrong", async () => {
    const { live } = await openShippo(await open());
    const wrong = async (body: unknown) => {
      const { status, json } = await live.call("POST", "/webhooks", { body });
      expect(status).toBe(400);
      return json;
    };
    expect(await wrong({})).toEqual({ event: ["This field is required."], url: ["This field is required."] });
    expect(await wrong({ ...WEBHOOK, event: "batch_created" })).toEqual({
      event: ["Must be track_updated: no other event happens here."],
    });
    expect(await wrong({ ...WEBHOOK, active: "perhaps" })).toEqual({ active: ["Must be true or false."] });
    expect(await wrong({ ...WEBHOOK, is_test: true })).toHaveProperty("is_test");
    expect(await wrong({ ...WEBHOOK, url: "ftp://shop.example" })).toHaveProperty("url");
    expect(await wrong("")).toHaveProperty("url");
  });

  it("never fail on our side, whatever is sent", async () => {
    const { shop } = await openShippo(await open());
    const { json: made } = await shop.call("POST", "/webhooks", { body: WEBHOOK });
    const id = fc.oneof(fc.constantFrom(made.object_id, "", "%00", "hook_"), fc.string().map(encodeURIComponent));
    const field = fc.oneof(fc.string({ unit: "binary" }), fc.webUrl(), fc.jsonValue());
    const body = fc.record(
      { event: fc.constantFrom("track_updated", "all", 1), url: field, active: field, is_test: field },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("GET", "POST", "PUT", "PATCH"), id, body, async (method, segment, sent) => {
        const { status } = await shop.call(method, `/webhooks/${segment}`, method === "GET" ? {} : { body: sent });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });
});
