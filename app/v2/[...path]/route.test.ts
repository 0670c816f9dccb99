import fc from "fast-check";
import { expect, it } from "vitest";
import { basic, FORM, openApi, trackedId, UPS } from "#app/v2/_easypost/open-api.testing.ts";
import { listApiKeys } from "#lib/auth/list-api-keys.ts";
import { revokeApiKey } from "#lib/auth/revoke-api-key.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";

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
    const id = await trackedId(shop, UPS, "UPS");
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
