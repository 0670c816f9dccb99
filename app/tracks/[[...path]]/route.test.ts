import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ApiVisitorOptions, createApiVisitor } from "#app/_server/visit-api.testing.ts";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { findTracker } from "#lib/shipments/find-tracker.ts";
import { setWatching } from "#lib/shipments/set-watching.ts";
import { takeNews } from "#lib/shipments/take-news.ts";
import { createSource } from "#lib/sources/create-source.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { aScan, aSnapshot } from "#lib/testing/snapshots.ts";
import * as route from "./route.ts";

const NUMBER = "9205590164917312751089";

async function openShippo(test: TestDatabase, options: ApiVisitorOptions = {}) {
  const api = createApiVisitor(test, route, { keyHeaders: (key) => ({ authorization: `ShippoToken ${key}` }), ...options });
  return { ...api, shop: await api.openShop("fern"), live: await api.openShop("fern", "production") };
}

describeOnEveryEngine("POST /tracks", (open) => {
  it("takes a form as well as JSON, with and without trailing slash", async () => {
    const { live } = await openShippo(await open());
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const asForm = await live.call("POST", "/tracks/", { body: `carrier=usps&tracking_number=${NUMBER}&metadata=Order+1`, headers });
    expect(asForm.status).toBe(200);
    expect(asForm.json).toMatchObject({ carrier: "usps", tracking_number: NUMBER, metadata: "Order 1", test: false });
    const asJson = await live.call("POST", "/tracks", { body: { carrier: "usps", tracking_number: NUMBER } });
    expect(asJson.json.public_url).toBe(asForm.json.public_url);
  });

  it("follows a number whatever its spelling, under the carrier's code or name", async () => {
    const { live } = await openShippo(await open());
    const spelled = await live.call("POST", "/tracks", { body: { carrier: "USPS", tracking_number: "9205 5901 6491 7312 7510 89" } });
    expect(spelled.json).toMatchObject({ carrier: "usps", tracking_number: NUMBER });
    expect((await live.call("GET", `/tracks/usps/${NUMBER}/`)).json).toEqual(spelled.json);
  });

  it("links to the page with everything on it", async () => {
    const { live } = await openShippo(await open());
    const { json } = await live.call("POST", "/tracks", { body: { carrier: "usps", tracking_number: NUMBER } });
    expect(json.public_url).toMatch(new RegExp(`/usps/${NUMBER}\\?key=\\w+$`));
  });

  it("gives advice where a carrier's parcels cannot simply be followed", async () => {
    const test = await open();
    const { live } = await openShippo(test);
    await createSource(test, {
      merchantId: live.merchant.id,
      provider: "shippo",
      mode: "production",
      secrets: { apiKey: "shippo_live_1" },
    });
    const messagesFor = async (carrier: string) =>
      (await live.call("POST", "/tracks", { body: { carrier, tracking_number: "1234567890" } })).json.messages;
    expect(await messagesFor("purolator")).toEqual([expect.stringMatching(/Purolator.* account/)]);
    expect(await messagesFor("usps")).toEqual([]);
  });

  it("says every field that is wrong, at once", async () => {
    const { live } = await openShippo(await open());
    const wrong = async (body: unknown) => (await live.call("POST", "/tracks", { body })).json;
    expect(await wrong({})).toEqual({ carrier: ["This field is required."], tracking_number: ["This field is required."] });
    expect(await wrong({ carrier: 7, tracking_number: "", metadata: [] })).toEqual({
      carrier: ["Expected text."],
      tracking_number: ["Must not be empty."],
      metadata: ["Expected text."],
    });
    expect(await wrong([])).toEqual({ non_field_errors: ["Send an object with the fields of this call."] });
    expect(await wrong({ carrier: "usps", tracking_number: "1\u0000 2345" })).toHaveProperty("tracking_number");
    expect(await wrong({ carrier: "usps", tracking_number: "no such number!" })).toHaveProperty("tracking_number");
  });

  it("keeps the metadata until others come, or none", async () => {
    const { live } = await openShippo(await open());
    const parcel = { carrier: "usps", tracking_number: NUMBER };
    const metadataOf = async (body: object) => (await live.call("POST", "/tracks", { body: { ...parcel, ...body } })).json.metadata;
    expect(await metadataOf({ metadata: "Order 1" })).toBe("Order 1");
    expect(await metadataOf({})).toBe("Order 1");
    expect(await metadataOf({ metadata: "Order 2" })).toBe("Order 2");
    expect(await metadataOf({ metadata: "" })).toBeNull();
  });

  it("knows the mock numbers only of the mock carrier", async () => {
    const { shop, live } = await openShippo(await open());
    const answers = [
      await shop.call("POST", "/tracks", { body: { carrier: "shippo", tracking_number: "SHIPPO_SOMETHING" } }),
      await live.call("POST", "/tracks", { body: { carrier: "shippo", tracking_number: "SHIPPO_TRANSIT" } }),
    ];
    for (const { status, json } of answers) {
      expect([status, json]).toEqual([400, { tracking_number: [expect.stringContaining("SHIPPO_RETURNED")] }]);
    }
  });

  it("follows again what was stopped", async () => {
    const test = await open();
    const { live } = await openShippo(test);
    const body = { carrier: "usps", tracking_number: NUMBER };
    await live.call("POST", "/tracks", { body });
    const caller = { merchantId: live.merchant.id, mode: "production" } as const;
    const find = () => findTracker(test, { caller, carrier: "usps" as never, trackingNumber: NUMBER });
    await setWatching(test, { caller, id: (await find())?.id ?? "", isWatched: false });
    await live.call("POST", "/tracks", { body });
    expect(await find()).toMatchObject({ isWatched: true });
  });
});

const SHIPPO = "shippo" as CarrierSlug;

describeOnEveryEngine("GET /tracks/:carrier/:number", (open) => {
  it("tells the news there is", async () => {
    const test = await open();
    const { live } = await openShippo(test);
    await live.call("POST", "/tracks", { body: { carrier: "ups", tracking_number: "1Z999AA10123456784" } });
    const ctx = { merchantId: live.merchant.id, now: test.clock.now(), random: test.random, vault: test.vault, jobs: test.jobs };
    const snapshot = aSnapshot({ scans: [aScan({ message: "Origin scan" })] });
    await test.db.kysely.transaction().execute((trx) => takeNews(trx, ctx, snapshot));
    const { json } = await live.call("GET", "/tracks/ups/1Z999AA10123456784");
    expect(json).toMatchObject({
      tracking_status: { status: "TRANSIT", status_details: "Origin scan" },
      tracking_history: [{ status_date: "2026-03-02T15:00:00Z" }],
    });
  });

  it("answers a mock number that nobody registered", async () => {
    const { shop } = await openShippo(await open());
    const { status, json } = await shop.call("GET", "/tracks/shippo/SHIPPO_RETURNED");
    expect([status, json.tracking_status.status, json.test]).toEqual([200, "RETURNED", true]);
    expect(json.messages).toEqual([expect.stringContaining("POST /tracks")]);
  });

  it("registers nothing, and takes up nothing that was stopped", async () => {
    const test = await open();
    const { shop } = await openShippo(test);
    const caller = { merchantId: shop.merchant.id, mode: "test" } as const;
    await shop.call("GET", "/tracks/shippo/SHIPPO_RETURNED");
    expect(await findTracker(test, { caller, carrier: SHIPPO, trackingNumber: "SHIPPO_RETURNED" })).toBeNull();

    await shop.call("POST", "/tracks", { body: { carrier: "shippo", tracking_number: "SHIPPO_TRANSIT" } });
    const find = () => findTracker(test, { caller, carrier: SHIPPO, trackingNumber: "SHIPPO_TRANSIT" });
    await setWatching(test, { caller, id: (await find())?.id ?? "", isWatched: false });
    const { json } = await shop.call("GET", "/tracks/shippo/SHIPPO_TRANSIT");
    expect([json.messages, json.public_url]).toEqual([[], expect.stringContaining("?key=")]);
    expect(await find()).toMatchObject({ isWatched: false });
  });

  it("finds neither another merchant's tracks nor those of the other mode", async () => {
    const { live, shop, openShop } = await openShippo(await open());
    await live.call("POST", "/tracks", { body: { carrier: "usps", tracking_number: NUMBER } });
    const night = await openShop("night", "production");
    for (const stranger of [night, shop]) {
      const { status, json } = await stranger.call("GET", `/tracks/usps/${NUMBER}`);
      expect([status, json]).toEqual([404, { detail: "Not found." }]);
    }
  });
});

describeOnEveryEngine("what goes wrong at Shippo's addresses", (open) => {
  it("is told in Shippo's shape", async () => {
    const { call, live } = await openShippo(await open());
    const path = `/tracks/usps/${NUMBER}`;
    const answers = {
      "no key": await call("GET", path),
      "bad key": await call("GET", path, { headers: { authorization: "ShippoToken nobody" } }),
      "bad JSON": await live.call("POST", "/tracks", { body: "{", headers: { "content-type": "application/json" } }),
      "too large": await live.call("POST", "/tracks", { body: { carrier: "x".repeat(600 * 1024) } }),
      "wrong method": await live.call("DELETE", path),
      "no list": await live.call("GET", "/tracks"),
      "no such path": await live.call("GET", "/tracks/usps/1/2"),
    };
    expect(Object.entries(answers).map(([name, { status, json }]) => [name, status, typeof json.detail])).toEqual([
      ["no key", 401, "string"],
      ["bad key", 401, "string"],
      ["bad JSON", 400, "string"],
      ["too large", 413, "string"],
      ["wrong method", 405, "string"],
      ["no list", 405, "string"],
      ["no such path", 404, "string"],
    ]);
    expect(answers["no key"].headers.get("www-authenticate")).toBe("ShippoToken");
    expect(answers["wrong method"].headers.get("allow")).toContain("GET");
  });

  it("includes calling too often", async () => {
    const { live } = await openShippo(await open(), { apiRateLimitPerMinute: 1 });
    await live.call("GET", `/tracks/usps/${NUMBER}`);
    const { status, headers, json } = await live.call("GET", `/tracks/usps/${NUMBER}`);
    expect([status, typeof json.detail]).toEqual([429, "string"]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("is never our fault, whatever is sent", async () => {
    const { shop } = await openShippo(await open());
    const segment = fc.oneof(fc.constantFrom("usps", "shippo", "SHIPPO_TRANSIT", "%", "%00", "..", "__proto__"), fc.string());
    const path = fc.array(segment, { maxLength: 4 }).map((segments) => `/tracks/${segments.map(encodeURI).join("/")}`);
    const field = fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue(), fc.constantFrom("usps", "shippo", NUMBER));
    const body = fc.oneof(fc.record({ carrier: field, tracking_number: field, metadata: field }, { requiredKeys: [] }), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE"), path, body, async (method, address, sent) => {
        const { status, text } = await shop.call(method, address, method === "GET" ? {} : { body: JSON.stringify(sent) });
        expect(status).toBeLessThan(500);
        expect(() => JSON.parse(text || "{}")).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});

describe("Shippo's addresses", () => {
  it("are answered by one handler, whatever the method", () => {
    expect(new Set([route.GET, route.POST, route.PUT, route.PATCH, route.DELETE]).size).toBe(1);
  });
});
