import fc from "fast-check";
import { expect, it } from "vitest";
import { type ApiVisitorOptions, createApiVisitor } from "#app/_server/visit-api.testing.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { findTracker } from "#lib/shipments/find-tracker.ts";
import { createSource } from "#lib/sources/create-source.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import * as route from "./route.ts";

const UPS = "carrier_code=ups&tracking_number=1Z999AA10123456784";
const WEBHOOK = { url: "https://shop.example/hooks", event: "track" };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function openShipEngine(test: TestDatabase, options: ApiVisitorOptions = {}) {
  const api = createApiVisitor(test, route, { keyHeaders: (key) => ({ "api-key": key }), ...options });
  const shop = await api.openShop("fern");
  const find = (mode: "test" | "production" = "test") =>
    findTracker(test, { caller: { merchantId: shop.merchant.id, mode }, carrier: "ups" as never, trackingNumber: "1Z999AA10123456784" });
  return { ...api, shop, find };
}

describeOnEveryEngine("ShipEngine's tracking", (open) => {
  it("starts, and stops, and starts again, without a word", async () => {
    const { shop, find } = await openShipEngine(await open());
    const call = async (verb: string) => {
      const { status, text } = await shop.call("POST", `/v1/tracking/${verb}?${UPS}`);
      return [status, text, (await find())?.isWatched];
    };
    expect(await call("start")).toEqual([204, "", true]);
    expect(await call("start")).toEqual([204, "", true]);
    expect(await call("stop")).toEqual([204, "", false]);
    expect(await call("stop")).toEqual([204, "", false]);
    expect(await call("start")).toEqual([204, "", true]);
  });

  it("answers a number nobody started, and does not start it", async () => {
    const { shop, find } = await openShipEngine(await open());
    const { status, json } = await shop.call("GET", `/v1/tracking/?${UPS}`);
    expect([status, json]).toMatchObject([200, { status_code: "NY", carrier_code: "ups", events: [], public_url: null }]);
    expect(await find()).toBeNull();
  });

  it("gives a number that is started its page", async () => {
    const { shop } = await openShipEngine(await open());
    await shop.call("POST", `/v1/tracking/start?${UPS}`);
    const { json } = await shop.call("GET", `/v1/tracking?${UPS}`);
    expect(json).toMatchObject({ status_code: "NY", public_url: expect.stringMatching(/\/ups\/1Z999AA10123456784\?key=\w+$/) });
  });

  it("does not stop what was never started, nor another merchant's, nor the other mode's", async () => {
    const { shop, openShop, find } = await openShipEngine(await open());
    await shop.call("POST", `/v1/tracking/start?${UPS}`);
    for (const stranger of [await openShop("night"), await openShop("fern", "production")]) {
      expect((await stranger.call("POST", `/v1/tracking/stop?${UPS}`)).json).toMatchObject({ errors: [{ error_code: "not_found" }] });
      expect((await stranger.call("GET", `/v1/tracking?${UPS}`)).json.public_url).toBeNull();
    }
    expect((await find())?.isWatched).toBe(true);
  });

  it("gives advice where a carrier's parcels cannot simply be followed", async () => {
    const test = await open();
    const { shop } = await openShipEngine(test);
    await createSource(test, { merchantId: shop.merchant.id, provider: "shippo", mode: "test", secrets: { apiKey: "shippo_test_1" } });
    const start = (carrier: string) => shop.call("POST", `/v1/tracking/start?carrier_code=${carrier}&tracking_number=1234567890`);
    expect((await start("purolator")).headers.get("x-waymark-advice")).toMatch(/Purolator.* account/);
    expect((await start("usps")).headers.has("x-waymark-advice")).toBe(false);
  });

  it("says what is missing from the query, or wrong with it", async () => {
    const { shop } = await openShipEngine(await open());
    const errorsOf = async (query: string) => {
      const { status, json } = await shop.call("GET", `/v1/tracking?${query}`);
      expect(status).toBe(400);
      return json.errors.map((error: Record<string, string>) => [error.field_name, error.error_code]);
    };
    expect(await errorsOf("")).toEqual([
      ["carrier_code", "field_value_required"],
      ["tracking_number", "field_value_required"],
    ]);
    expect(await errorsOf("carrier_code=nobody&tracking_number=12345678")).toEqual([["carrier_code", "invalid_field_value"]]);
    expect(await errorsOf("carrier_code=ups&tracking_number=%00")).toEqual([["tracking_number", "invalid_field_value"]]);
  });
});

describeOnEveryEngine("ShipEngine's webhooks", (open) => {
  it("are made, read, listed, changed and deleted", async () => {
    const { shop } = await openShipEngine(await open());
    const asked = { ...WEBHOOK, name: "News", headers: [{ key: "x-shop", value: "fern" }] };
    const made = await shop.call("POST", "/v1/environment/webhooks", { body: asked });
    expect([made.status, made.json]).toEqual([200, { webhook_id: expect.stringMatching(/^hook_/), ...asked }]);
    const path = `/v1/environment/webhooks/${made.json.webhook_id}`;
    expect((await shop.call("GET", path)).json).toEqual(made.json);
    expect((await shop.call("GET", "/v1/environment/webhooks/")).json).toEqual([made.json]);
    const changed = await shop.call("PUT", path, { body: { url: "https://shop.example/other", headers: [] } });
    expect([changed.status, changed.text]).toEqual([204, ""]);
    expect((await shop.call("GET", path)).json).toEqual({ ...made.json, url: "https://shop.example/other", headers: [] });
    expect(await shop.call("DELETE", path)).toMatchObject({ status: 204, text: "" });
    expect((await shop.call("GET", path)).json).toMatchObject({
      request_id: expect.stringMatching(UUID),
      errors: [{ error_code: "not_found" }],
    });
    expect((await shop.call("PUT", path, { body: {} })).status).toBe(404);
    expect((await shop.call("DELETE", path)).status).toBe(404);
  });

  it("are for the event track only", async () => {
    const { shop } = await openShipEngine(await open());
    const { status, json } = await shop.call("POST", "/v1/environment/webhooks", { body: { ...WEBHOOK, event: "batch" } });
    expect([status, json.errors]).toEqual([
      400,
      [
        {
          error_source: "shipengine",
          error_type: "validation",
          error_code: "invalid_field_value",
          message: "event must be track: no other event happens here.",
          field_name: "event",
        },
      ],
    ]);
  });

  it("are refused with the field that is wrong", async () => {
    const { shop } = await openShipEngine(await open());
    const fieldsOf = async (body: unknown) => {
      const { status, json } = await shop.call("POST", "/v1/environment/webhooks", { body });
      expect(status).toBe(400);
      return json.errors.map((error: Record<string, string>) => [error.field_name, error.error_code]);
    };
    expect(await fieldsOf({})).toEqual([
      ["url", "field_value_required"],
      ["event", "field_value_required"],
    ]);
    expect(await fieldsOf([])).toEqual([["body", "invalid_field_value"]]);
    expect(await fieldsOf({ ...WEBHOOK, url: "nowhere" })).toEqual([["url", "invalid_field_value"]]);
    expect(await fieldsOf({ ...WEBHOOK, headers: [{ key: "host", value: "x" }] })).toEqual([["headers.0.key", "invalid_field_value"]]);
    expect(await fieldsOf({ ...WEBHOOK, headers: [{ key: 1 }] })).toEqual([
      ["headers.0.key", "invalid_field_value"],
      ["headers.0.value", "invalid_field_value"],
    ]);
  });

  it("are refused shortly where nothing is right", async () => {
    const { shop } = await openShipEngine(await open());
    const body = { ...WEBHOOK, headers: Array(10_000).fill(1) };
    const { status, json } = await shop.call("POST", "/v1/environment/webhooks", { body });
    expect([status, json.errors.length]).toEqual([400, 50]);
  });

  it("are those of the key's mode and merchant, and of ShipEngine's format", async () => {
    const test = await open();
    const { shop, openShop } = await openShipEngine(test);
    const { json: made } = await shop.call("POST", "/v1/environment/webhooks", { body: WEBHOOK });
    await createEndpoint(test, { caller: { merchantId: shop.merchant.id, mode: "test" }, url: WEBHOOK.url, format: "shippo" });
    for (const stranger of [await openShop("night"), await openShop("fern", "production")]) {
      expect((await stranger.call("GET", "/v1/environment/webhooks")).json).toEqual([]);
      expect((await stranger.call("DELETE", `/v1/environment/webhooks/${made.webhook_id}`)).status).toBe(404);
    }
    expect((await shop.call("GET", "/v1/environment/webhooks")).json).toEqual([made]);
  });
});

describeOnEveryEngine("what goes wrong at ShipEngine's addresses", (open) => {
  it("is told in ShipEngine's shape, with a status its client understands", async () => {
    const { call, shop } = await openShipEngine(await open());
    const answers = {
      "no key": await call("GET", `/v1/tracking?${UPS}`),
      "bad key": await call("GET", `/v1/tracking?${UPS}`, { headers: { "api-key": "nobody" } }),
      "bad JSON": await shop.call("POST", "/v1/environment/webhooks", { body: "{", headers: { "content-type": "application/json" } }),
      "too large": await shop.call("POST", "/v1/environment/webhooks", { body: { url: "x".repeat(600 * 1024) } }),
      "wrong method": await shop.call("DELETE", "/v1/tracking"),
      "no such path": await shop.call("GET", "/v1/labels/se-1234/track"),
    };
    const told = Object.entries(answers).map(([name, { status, json }]) => [
      name,
      status,
      json.errors[0].error_type,
      json.errors[0].error_code,
    ]);
    expect(told).toEqual([
      ["no key", 400, "security", "unauthorized"],
      ["bad key", 400, "security", "unauthorized"],
      ["bad JSON", 400, "validation", "invalid_object"],
      ["too large", 413, "validation", "invalid_object"],
      ["wrong method", 405, "security", "not_found"],
      ["no such path", 404, "security", "not_found"],
    ]);
    for (const { json, headers } of Object.values(answers)) {
      expect(json).toEqual({ request_id: expect.stringMatching(UUID), errors: [expect.objectContaining({ error_source: "shipengine" })] });
      expect(headers.get("x-request-id")).toBe(json.request_id);
    }
  });

  it("includes calling too often", async () => {
    const { shop } = await openShipEngine(await open(), { apiRateLimitPerMinute: 1 });
    await shop.call("GET", `/v1/tracking?${UPS}`);
    const { status, headers, json } = await shop.call("GET", `/v1/tracking?${UPS}`);
    expect([status, json.errors[0].error_code]).toEqual([429, "rate_limit_exceeded"]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("is never our fault, whatever is sent", async () => {
    const { shop } = await openShipEngine(await open());
    const path = fc.constantFrom(
      "/tracking",
      "/tracking/start",
      "/tracking/stop",
      "/environment/webhooks",
      "/environment/webhooks/hook_1",
      "/%",
    );
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("ups", "usps", "1Z999AA10123456784", "EZ1000000001"));
    const query = fc.record({ carrier_code: text, tracking_number: text }, { requiredKeys: [] });
    const method = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE");
    await fc.assert(
      fc.asyncProperty(method, path, query, fc.jsonValue(), async (verb, address, parameters, sent) => {
        const search = new URLSearchParams(parameters);
        const { status, text: answered } = await shop.call(
          verb,
          `/v1${address}?${search}`,
          verb === "GET" ? {} : { body: JSON.stringify(sent) },
        );
        expect(status).toBeLessThan(500);
        expect(() => JSON.parse(answered || "{}")).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});
