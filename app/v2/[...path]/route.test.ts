import fc from "fast-check";
import { expect, it } from "vitest";
import { type ApiShop, type ApiVisitorOptions, createApiVisitor } from "#app/_server/visit-api.testing.ts";
import { listApiKeys } from "#lib/auth/list-api-keys.ts";
import { revokeApiKey } from "#lib/auth/revoke-api-key.ts";
import { updateEndpoint } from "#lib/notifications/update-endpoint.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import * as route from "./route.ts";

const UPS = "1Z999AA10123456784";
const USPS = "9405511899223197428490";
const FORM = { "content-type": "application/x-www-form-urlencoded" };
const basic = (key: string) => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` });

function openApi(test: TestDatabase, options: ApiVisitorOptions = {}) {
  return createApiVisitor(test, route, { keyHeaders: basic, ...options });
}

const track = (shop: ApiShop, tracking_code: string, carrier?: string) =>
  shop.call("POST", "/v2/trackers", { body: { tracker: { tracking_code, ...(carrier && { carrier }) } } });
const idOf = async (shop: ApiShop, code: string, carrier?: string): Promise<string> => (await track(shop, code, carrier)).json.id;

describeOnEveryEngine("an EasyPost key", (open) => {
  it("is asked for, and told apart from one that is not active", async () => {
    const { call, openShop } = openApi(await open());
    const none = await call("GET", "/v2/trackers");
    expect([none.status, none.json.error.code, none.json.error.errors]).toEqual([401, "UNAUTHORIZED", []]);
    expect(none.headers.get("www-authenticate")).toMatch(/^Basic /);
    const unknown = await call("GET", "/v2/trackers", { headers: basic("EZTKnobody") });
    expect([unknown.status, unknown.json.error.code]).toEqual([403, "APIKEY.INACTIVE"]);
    const shop = await openShop("fern");
    expect((await call("GET", "/v2/trackers", { headers: { authorization: `Bearer ${shop.key}` } })).status).toBe(200);
  });

  it("opens nothing once it is revoked", async () => {
    const test = await open();
    const shop = await openApi(test).openShop("fern");
    const [key] = await listApiKeys(test, { merchantId: shop.merchant.id });
    if (key === undefined) throw new Error("the shop has no key");
    await revokeApiKey(test, { merchantId: shop.merchant.id, id: key.id });
    expect((await shop.call("GET", "/v2/trackers")).json.error.code).toBe("APIKEY.INACTIVE");
  });
});

describeOnEveryEngine("POST /v2/trackers", (open) => {
  it("answers 201 for a new one, and 200 without fees for the same again", async () => {
    const shop = await openApi(await open()).openShop("fern", "production");
    const created = await track(shop, UPS, "UPS");
    const again = await track(shop, "1z 999 aa1 0123456784", "ups");
    expect([created.status, again.status]).toEqual([201, 200]);
    expect(again.json.id).toBe(created.json.id);
    expect(created.json).toMatchObject({
      object: "Tracker",
      mode: "production",
      tracking_code: UPS,
      carrier: "UPS",
      status: "unknown",
      status_detail: "unknown",
      tracking_details: [],
      fees: [{ object: "Fee", amount: "0.00000" }],
    });
    expect(created.json.public_url).toMatch(/^http.+\/ups\/1Z999AA10123456784\?key=\w{20,}$/);
    expect(again.json).not.toHaveProperty("fees");
  });

  it("finds the carrier by the code where none is given", async () => {
    const shop = await openApi(await open()).openShop("fern", "production");
    expect((await track(shop, USPS)).json).toMatchObject({ carrier: "USPS", tracking_code: USPS });
  });

  it("takes forms", async () => {
    const shop = await openApi(await open()).openShop("fern");
    const form = "tracker[tracking_code]=EZ4000000004&tracker[carrier]=UPS";
    const created = await shop.call("POST", "/v2/trackers", { body: form, headers: FORM });
    expect([created.status, created.json.status, created.json.signed_by, created.json.carrier]).toEqual([
      201,
      "delivered",
      "John Tester",
      "UPS",
    ]);
    const batch = await shop.call("POST", "/v2/trackers/batch", { body: "tracking_codes[]=EZ4000000004", headers: FORM });
    expect(batch.json.trackers.map((tracker: { id: string }) => tracker.id)).toEqual([created.json.id]);
  });

  it.each([
    [undefined, "PARAMETER.REQUIRED", "tracker"],
    [{}, "PARAMETER.REQUIRED", "tracker"],
    [[], "PARAMETER.REQUIRED", "tracker"],
    [{ tracker: "EZ1000000001" }, "PARAMETER.REQUIRED", "tracker"],
    [{ tracker: { carrier: "UPS" } }, "PARAMETER.REQUIRED", "tracking_code"],
    [{ tracker: { tracking_code: "  " } }, "PARAMETER.REQUIRED", "tracking_code"],
    [{ tracker: { tracking_code: 9.4e21 } }, "PARAMETER.INVALID", "tracking_code"],
    [{ tracker: { tracking_code: "<script>" } }, "TRACKER.INVALID_PARAMS", "tracking_code"],
    [{ tracker: { tracking_code: UPS, carrier: "Acme Rockets" } }, "TRACKER.UNSUPPORTED_CARRIER", "carrier"],
    [{ tracker: { tracking_code: "1Z999AA10123456785", carrier: "UPS" } }, "TRACKER.CARRIER_CODE_MISMATCH", "tracking_code"],
    [{ tracker: { tracking_code: "1Z999AA10123456785" } }, "TRACKER.NO_CARRIER_FOR_CODE", "tracking_code"],
  ])("refuses %j as %s", async (body, code, field) => {
    const shop = await openApi(await open()).openShop("fern", "production");
    const answer = await shop.call("POST", "/v2/trackers", body === undefined ? {} : { body });
    expect(answer.status).toBe(422);
    expect(answer.json).toEqual({
      error: { code, message: expect.stringMatching(/\.$/), errors: [{ field, message: expect.any(String) }] },
    });
  });

  it("names the carriers that may have the code where there are several", async () => {
    const shop = await openApi(await open()).openShop("fern", "production");
    const { status, json } = await track(shop, "987654321010");
    expect([status, json.error.code]).toEqual([422, "TRACKER.MULTIPLE_CARRIERS_FOR_CODE"]);
    expect(json.error.errors.length).toBeGreaterThan(1);
    expect(json.error.errors[0]).toEqual({ field: "carrier", message: "may be FedEx" });
  });

  it("keeps test codes and real ones apart", async () => {
    const { openShop } = openApi(await open());
    const inTest = await track(await openShop("fern", "test"), UPS, "UPS");
    expect([inTest.status, inTest.json.error.code]).toEqual([422, "TRACKER.CREATE.ERROR"]);
    expect(inTest.json.error.message).toMatch(/^In test mode, only test tracking numbers are valid/);
    const inProduction = await track(await openShop("fern", "production"), "EZ1000000001", "USPS");
    expect([inProduction.status, inProduction.json.error.code]).toEqual([422, "TRACKER.INVALID_TEST_CODE"]);
  });
});

describeOnEveryEngine("a tracker at /v2/trackers/:id", (open) => {
  it("is found by its id, with its fees before its carrier detail", async () => {
    const shop = await openApi(await open()).openShop("fern");
    const id = await idOf(shop, "EZ2000000002");
    const { status, json } = await shop.call("GET", `/v2/trackers/${id}`);
    expect([status, json.id, json.status]).toEqual([200, id, "in_transit"]);
    expect(Object.keys(json).slice(-3)).toEqual(["fees", "carrier_detail", "public_url"]);
  });

  it("is gone for good once it is deleted", async () => {
    const shop = await openApi(await open()).openShop("fern");
    const id = await idOf(shop, "EZ2000000002");
    const deleted = await shop.call("DELETE", `/v2/trackers/${id}`);
    expect([deleted.status, deleted.json]).toEqual([200, { success: true }]);
    for (const method of ["GET", "DELETE"] as const) {
      const { status, json } = await shop.call(method, `/v2/trackers/${id}`);
      expect([status, json.error.code]).toEqual([404, "TRACKER.NOT_FOUND"]);
    }
    expect((await shop.call("GET", "/v2/trackers")).json.trackers).toEqual([]);
  });

  it("is nobody else's, and not the other mode's", async () => {
    const { openShop } = openApi(await open());
    const id = await idOf(await openShop("fern", "test"), "EZ1000000001");
    for (const stranger of [await openShop("night", "test"), await openShop("fern", "production")]) {
      expect((await stranger.call("GET", `/v2/trackers/${id}`)).status).toBe(404);
      expect((await stranger.call("DELETE", `/v2/trackers/${id}`)).status).toBe(404);
      expect((await stranger.call("GET", "/v2/trackers")).json.trackers).toEqual([]);
      expect((await stranger.call("GET", "/v2/events")).json.events).toEqual([]);
      const batch = await stranger.call("POST", "/v2/trackers/batch", { body: { tracking_codes: ["EZ1000000001"] } });
      expect(batch.json.trackers).toEqual([]);
    }
  });

  it("is not found under what is no id at all", async () => {
    const shop = await openApi(await open()).openShop("fern");
    for (const id of ["trk_nobody", "%00", "%F0%9F%92%A9", "a%2Fb", "x".repeat(300)]) {
      expect((await shop.call("GET", `/v2/trackers/${id}`)).status, id).toBe(404);
    }
  });
});

describeOnEveryEngine("a list of trackers", (open) => {
  const codes = ["EZ1000000001", "EZ2000000002", "EZ3000000003"];
  async function openList(test: TestDatabase) {
    const shop = await openApi(test).openShop("fern");
    for (const code of codes) {
      await track(shop, code);
      test.clock.advanceMinutes(1);
    }
    const list = async (query: string) => (await shop.call("GET", `/v2/trackers${query}`)).json;
    const codesOf = ({ trackers }: { trackers: { tracking_code: string }[] }) => trackers.map((tracker) => tracker.tracking_code);
    return { shop, list, codesOf };
  }

  it("goes page by page, the newest first", async () => {
    const { list, codesOf } = await openList(await open());
    const first = await list("?page_size=2");
    expect([codesOf(first), first.has_more]).toEqual([["EZ3000000003", "EZ2000000002"], true]);
    const second = await list(`?page_size=2&before_id=${first.trackers[1].id}`);
    expect([codesOf(second), second.has_more]).toEqual([["EZ1000000001"], false]);
  });

  it("can be narrowed to a code, a carrier and a time", async () => {
    const { list, codesOf } = await openList(await open());
    const [, middle] = (await list("")).trackers;
    expect(codesOf(await list("?tracking_code=ez2000000002"))).toEqual(["EZ2000000002"]);
    expect(codesOf(await list("?carrier=usps"))).toHaveLength(3);
    expect(codesOf(await list("?carrier=UPS"))).toEqual([]);
    expect(codesOf(await list("?carrier=Acme"))).toEqual([]);
    expect(codesOf(await list(`?start_datetime=${middle.created_at}`))).toEqual(["EZ3000000003", "EZ2000000002"]);
    expect(codesOf(await list(`?end_datetime=${middle.created_at}`)).at(-1)).toBe("EZ1000000001");
  });

  it("says what is wrong with a page that cannot be", async () => {
    const { shop } = await openList(await open());
    const size = await shop.call("GET", "/v2/trackers?page_size=1000");
    expect([size.status, size.json.error.code, size.json.error.errors[0].field]).toEqual([422, "PARAMETER.INVALID", "page_size"]);
    expect((await shop.call("GET", "/v2/trackers?before_id=trk_nobody")).status).toBe(404);
  });

  it("answers a batch in the order of its codes, and leaves out what is not there", async () => {
    const { shop, codesOf } = await openList(await open());
    const body = { tracking_codes: ["EZ3000000003", "EZ7000000007", "!", "EZ1000000001", "ez3000000003"] };
    const batch = await shop.call("POST", "/v2/trackers/batch", { body });
    expect([batch.status, codesOf(batch.json), batch.json.has_more]).toEqual([200, ["EZ3000000003", "EZ1000000001"], false]);
  });

  it.each([
    ["nothing", undefined, "PARAMETER.REQUIRED"],
    ["no codes", [], "PARAMETER.REQUIRED"],
    ["a code of nothing", [null], "PARAMETER.REQUIRED"],
    ["one code that is no list", "EZ1000000001", "PARAMETER.INVALID"],
    ["more codes than a page holds", Array(101).fill("EZ1000000001"), "PARAMETER.INVALID"],
  ])("refuses a batch of %s", async (_, tracking_codes, code) => {
    const shop = await openApi(await open()).openShop("fern");
    const answer = await shop.call("POST", "/v2/trackers/batch", { body: { tracking_codes } });
    expect([answer.status, answer.json.error.code]).toEqual([422, code]);
    expect(answer.json.error.errors[0].field).toMatch(/^tracking_codes/);
  });
});

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

describeOnEveryEngine("the user and its brand", (open) => {
  it("are the merchant and nobody else", async () => {
    const { openShop } = openApi(await open());
    const [shop, stranger] = [await openShop("fern"), await openShop("night")];
    const { json: user } = await shop.call("GET", "/v2/users");
    expect(user).toMatchObject({ object: "User", name: "Shop fern", parent_id: null, children: [] });
    expect((await shop.call("GET", `/v2/users/${user.id}`)).json).toEqual(user);
    expect((await shop.call("GET", `/v2/users/${user.id}/brand`)).json).toMatchObject({
      object: "Brand",
      color: "#336699",
      user_id: user.id,
    });
    for (const path of [`/v2/users/${user.id}`, `/v2/users/${user.id}/brand`]) expect((await stranger.call("GET", path)).status).toBe(404);
  });

  it("change by a production key, and not by a test key", async () => {
    const { openShop } = openApi(await open());
    const [live, trial] = [await openShop("fern", "production"), await openShop("fern", "test")];
    const { id } = (await live.call("GET", "/v2/users")).json;
    const body = { brand: { color: "#123456", background_color: "#FFF", theme: "theme2", logo_href: "https://fern.example/" } };
    const refused = await trial.call("PATCH", `/v2/users/${id}/brand`, { body });
    expect([refused.status, refused.json.error.code]).toEqual([403, "MODE.UNAUTHORIZED"]);
    const saved = await live.call("PATCH", `/v2/users/${id}/brand`, { body });
    expect(saved.status).toBe(200);
    expect(saved.json).toMatchObject(body.brand);
    expect((await trial.call("GET", `/v2/users/${id}/brand`)).json).toEqual(saved.json);
  });

  it.each([
    [{ color: "greenish" }, "BRAND.INVALID", "color"],
    [{ color: null }, "BRAND.INVALID", "color"],
    [{ background_color: "#12345" }, "BRAND.INVALID", "background_color"],
    [{ logo_href: "javascript:alert(1)" }, "BRAND.INVALID", "logo_href"],
    [{ logo: "data:image/png;base64,iVBORw0KGgo=" }, "BRAND.INVALID", "logo"],
    [{ name: "" }, "BRAND.INVALID", "name"],
    [{ theme: "theme3" }, "PARAMETER.INVALID", "theme"],
    [{}, "PARAMETER.REQUIRED", "brand"],
  ])("refuse %j", async (brand, code, field) => {
    const shop = await openApi(await open()).openShop("fern", "production");
    const { id } = (await shop.call("GET", "/v2/users")).json;
    const before = (await shop.call("GET", `/v2/users/${id}/brand`)).json;
    const answer = await shop.call("PATCH", `/v2/users/${id}/brand`, { body: { brand } });
    expect([answer.status, answer.json.error.code, answer.json.error.errors[0].field]).toEqual([422, code, field]);
    expect((await shop.call("GET", `/v2/users/${id}/brand`)).json).toEqual(before);
  });
});

describeOnEveryEngine("whatever goes wrong under /v2", (open) => {
  it("is said in EasyPost's shape", async () => {
    const shop = await openApi(await open(), { apiRateLimitPerMinute: 2 }).openShop("fern");
    const json = { "content-type": "application/json" };
    const answers = [
      await shop.call("GET", "/v2/shipments"),
      await shop.call("PUT", "/v2/trackers"),
      await shop.call("POST", "/v2/trackers", { body: '{"tracker":', headers: json }),
      await shop.call("POST", "/v2/trackers", { body: "x".repeat(600_000), headers: FORM }),
      await shop.call("GET", "/v2/trackers"),
    ];
    expect(answers.map(({ status, json: { error } }) => [status, error.code, error.errors])).toEqual([
      [404, "NOT_FOUND", []],
      [405, "METHOD_NOT_ALLOWED", []],
      [400, "BAD_REQUEST", []],
      [413, "PAYLOAD_TOO_LARGE", []],
      [429, "RATE_LIMITED", []],
    ]);
    for (const { json } of answers) expect(json.error.message).toMatch(/^[A-Z].+\.$/);
    expect(answers[1]?.headers.get("allow")).toContain("POST");
    expect(Number(answers[4]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("is never a fault of ours, whatever is sent", { timeout: 120_000 }, async () => {
    const shop = await openApi(await open()).openShop("fern", "production");
    const id = await idOf(shop, UPS, "UPS");
    const user = (await shop.call("GET", "/v2/users")).json.id;
    const segment = fc.oneof(
      fc.constantFrom("trackers", "events", "webhooks", "users", "batch", "payloads", "brand", id, user, "hook_1", "%00", "%", "%ff", ".."),
      fc.string({ unit: "binary", maxLength: 8 }).map((text) => encodeURIComponent(text.toWellFormed())),
    );
    const method = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    const query = fc.dictionary(
      fc.constantFrom("page_size", "before_id", "after_id", "start_datetime", "end_datetime", "tracking_code", "carrier"),
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("1", id, "2026-03-01", "\0")),
    );
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(UPS, "UPS", "\0", "\ud800", "https://shop.example/", "#123456", null, "x".repeat(500)),
    );
    const fields = [
      "tracking_code",
      "carrier",
      "url",
      "webhook_secret",
      "custom_headers",
      "name",
      "color",
      "logo",
      "ad_href",
      "theme",
    ] as const;
    const params = fc.dictionary(fc.constantFrom(...fields), value);
    const body = fc.oneof(
      fc.dictionary(fc.constantFrom("tracker", "webhook", "brand", "tracking_codes", ...fields), fc.oneof(params, value, fc.array(value))),
      fc.jsonValue(),
      fc.string({ unit: "binary" }),
      fc.uint8Array(),
    );
    await fc.assert(
      fc.asyncProperty(method, fc.array(segment, { maxLength: 5 }), query, body, async (method, segments, query, body) => {
        const search = new URLSearchParams(Object.entries(query).map(([name, text]): [string, string] => [name, text.toWellFormed()]));
        const path = `/v2/${segments.join("/")}?${search}`;
        const answer = await shop.call(method, path, method === "GET" || method === "OPTIONS" ? {} : { body });
        expect(answer.status, `${method} ${path}`).toBeLessThan(500);
        if (answer.status >= 400) expect(answer.json.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
      }),
      { numRuns: 400 },
    );
  });
});
