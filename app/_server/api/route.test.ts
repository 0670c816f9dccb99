import { afterEach, describe, expect, it, vi } from "vitest";
import { revokeApiKey } from "#lib/auth/revoke-api-key.ts";
import { AppError } from "#lib/shared/errors.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { type ApiVisitorOptions, createApiVisitor } from "../visit-api.testing.ts";
import { apiRoute } from "./api-route.ts";
import type { ApiCall, Dialect } from "./dialect.ts";

/** A dialect that answers what it was given, and every fault as 400 with its kind. */
const calls: ApiCall[] = [];
const echo = async (call: ApiCall) => {
  calls.push(call);
  const { caller, params, query, body, origin } = call;
  return { status: 200, body: { shop: caller.merchantSlug, mode: caller.mode, params, query: [...query], body, origin } };
};
const dialect: Dialect = {
  name: "echo",
  root: "/echo",
  readKey: (headers) => headers.get("authorization")?.replace("Bearer ", "") ?? null,
  describeFault: ({ kind, message }) => ({ status: 400, body: { kind, message }, headers: { "content-type": "application/fault+json" } }),
  endpoints: [
    { method: "GET", path: "/things/:id", handle: echo },
    { method: "POST", path: "/things", handle: echo },
    { method: "DELETE", path: "/things/:id", handle: async () => ({ status: 204 }) },
    {
      method: "GET",
      path: "/broken",
      handle: async () => {
        throw new Error("the secret of the house");
      },
    },
    {
      method: "GET",
      path: "/away",
      handle: async () => {
        throw new AppError("database_unavailable", { message: "postgres at 10.0.0.7 is down" });
      },
    },
    { method: "GET", path: "/unspeakable", handle: async () => ({ status: 200, body: 1n }) },
  ],
};
const handle = apiRoute(dialect);
const route = { GET: handle, POST: handle, DELETE: handle, OPTIONS: handle };

async function openApi(test: TestDatabase, options: ApiVisitorOptions = {}) {
  const api = createApiVisitor(test, route, options);
  return { ...api, shop: await api.openShop("fern") };
}

afterEach(() => {
  calls.length = 0;
  vi.restoreAllMocks();
});

describeOnEveryEngine("a call to an API", (open) => {
  it("reaches its endpoint on behalf of the key's merchant, in the key's mode", async () => {
    const { shop, openShop } = await openApi(await open());
    const night = await openShop("night", "production");
    expect((await shop.call("GET", "/echo/things/a%2Fb/?x=1&x=2")).json).toEqual({
      shop: "fern",
      mode: "test",
      params: { id: "a/b" },
      query: [
        ["x", "1"],
        ["x", "2"],
      ],
      origin: "http://localhost:3000",
    });
    expect((await night.call("POST", "/echo/things", { body: { a: [1, null] } })).json).toMatchObject({
      shop: "night",
      mode: "production",
      body: { a: [1, null] },
    });
  });

  it("is answered with what nobody may keep or mistake, under a number to ask us about", async () => {
    const { shop } = await openApi(await open());
    const { headers } = await shop.call("GET", "/echo/things/1");
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "content-type": "application/json; charset=utf-8",
      "x-content-type-options": "nosniff",
      "x-request-id": calls[0]?.requestId,
    });
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it("may be a HEAD, which is answered like GET without a body", async () => {
    const { shop } = await openApi(await open());
    expect(await shop.call("HEAD", "/echo/things/1")).toMatchObject({ status: 200, text: "" });
  });

  it("may ask for the methods of an address, without a key", async () => {
    const { call } = await openApi(await open());
    const answer = await call("OPTIONS", "/echo/things/1");
    expect([answer.status, answer.text, answer.headers.get("allow")]).toEqual([204, "", "GET, DELETE, HEAD, OPTIONS"]);
  });

  it("is told where there is nothing, and what an address does answer", async () => {
    const { call, shop } = await openApi(await open());
    expect((await call("GET", "/echo/nothing")).json).toMatchObject({ kind: "path_unknown" });
    const answer = await shop.call("POST", "/echo/things/1");
    expect(answer.json).toEqual({
      kind: "method_not_allowed",
      message: "This address does not answer POST. It answers GET, DELETE, HEAD, OPTIONS.",
    });
    expect(answer.headers.get("allow")).toBe("GET, DELETE, HEAD, OPTIONS");
  });

  it("needs a key that is known and not revoked", async () => {
    const test = await open();
    const { call, shop } = await openApi(test);
    const withKey = (key: string) => call("GET", "/echo/things/1", { headers: { authorization: `Bearer ${key}` } });
    expect((await call("GET", "/echo/things/1")).json).toMatchObject({ kind: "key_missing" });
    expect((await withKey(`wm_test_${"0".repeat(32)}`)).json).toMatchObject({ kind: "key_unknown" });
    expect((await withKey(shop.key)).status).toBe(200);
    await revokeApiKey(test, { merchantId: shop.merchant.id, id: calls[0]?.caller.keyId ?? "" });
    expect((await withKey(shop.key)).json).toMatchObject({ kind: "key_unknown" });
  });

  it("waits when the key called too often, and no other key with it", async () => {
    const { shop, openShop } = await openApi(await open(), { apiRateLimitPerMinute: 2 });
    const night = await openShop("night");
    await shop.call("GET", "/echo/things/1");
    await shop.call("GET", "/echo/things/1");
    const refused = await shop.call("GET", "/echo/things/1");
    expect(refused.json).toMatchObject({ kind: "rate_limited" });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
    expect((await night.call("GET", "/echo/things/1")).status).toBe(200);
  });

  it("waits when too many wrong keys came from its address", async () => {
    const { call } = await openApi(await open());
    const guess = (number: number, address: string) =>
      call("GET", "/echo/things/1", {
        headers: { authorization: `Bearer wm_test_${String(number).padStart(32, "0")}`, "x-forwarded-for": address },
      });
    for (let number = 0; number < 30; number++) expect((await guess(number, "192.0.2.1")).json).toMatchObject({ kind: "key_unknown" });
    const refused = await guess(30, "192.0.2.1");
    expect(refused.json).toMatchObject({ kind: "rate_limited" });
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    expect((await guess(31, "192.0.2.2")).json).toMatchObject({ kind: "key_unknown" });
  });

  it("may bring a form, and is told what is wrong with a body", async () => {
    const { shop } = await openApi(await open());
    const post = async (body: string | Uint8Array, headers: Record<string, string>) =>
      (await shop.call("POST", "/echo/things", { body, headers })).json;
    expect(await post("a[b]=c", { "content-type": "application/x-www-form-urlencoded" })).toMatchObject({ body: { a: { b: "c" } } });
    expect(await post("{", { "content-type": "application/json" })).toMatchObject({
      kind: "body_malformed",
      message: expect.stringContaining("line 1, column 2"),
    });
    expect(await post("{}", { "content-encoding": "gzip" })).toMatchObject({ kind: "body_malformed" });
    expect(await post(`"${"x".repeat(512 * 1024 - 2)}"`, {})).toMatchObject({ body: expect.any(String) });
    expect(await post(`"${"x".repeat(512 * 1024 - 1)}"`, {})).toEqual({
      kind: "body_too_large",
      message: "A body may have 512 KB at most.",
    });
  });

  it("is told nothing of what broke, while the log is", async () => {
    const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const { shop } = await openApi(await open(), { logLevel: "error" });
    for (const path of ["/echo/broken", "/echo/unspeakable"]) {
      const answer = await shop.call("GET", path);
      expect(answer.json).toEqual({ kind: "internal", message: "Something went wrong on our side. Please try again in a moment." });
    }
    const away = await shop.call("GET", "/echo/away");
    expect([away.json.kind, away.headers.get("retry-after")]).toEqual(["unavailable", "5"]);
    expect(away.text).not.toContain("10.0.0.7");
    expect(written.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
      { level: "error", endpoint: "/echo/broken", fault: "internal", error: expect.stringMatching(/secret of the house[\s\S]+ at /) },
      { level: "error", endpoint: "/echo/unspeakable", fault: "internal" },
      { level: "error", endpoint: "/echo/away", fault: "unavailable", error: expect.stringContaining("10.0.0.7") },
    ]);
  });

  it("leaves one line in the log, with no number, query or key in it", async () => {
    const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const { shop } = await openApi(await open(), { logLevel: "info" });
    await shop.call("GET", "/echo/things/9400?email=jane");
    const [line, ...rest] = written.mock.calls.map(([text]) => String(text));
    expect(rest).toEqual([]);
    expect(JSON.parse(line ?? "")).toEqual({
      time: expect.any(String),
      level: "info",
      requestId: calls[0]?.requestId,
      dialect: "echo",
      endpoint: "/echo/things/:id",
      method: "GET",
      status: 200,
      ms: expect.any(Number),
    });
    for (const secret of ["9400", "jane", shop.key]) expect(line).not.toContain(secret);
  });
});

describe("the helper of these tests", () => {
  it("says so where a route has no handler for a method", async () => {
    const { call } = createApiVisitor({} as TestDatabase, { GET: handle });
    await expect(call("PUT", "/echo/things/1")).rejects.toThrow("the route exports no PUT");
  });
});
