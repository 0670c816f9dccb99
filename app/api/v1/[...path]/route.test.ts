import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ApiShop } from "#app/_server/visit-api.testing.ts";
import { OPERATIONS } from "#lib/contracts/api/operations.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createCheckedVisitor } from "../_standard/checked-visitor.testing.ts";
import { standardDialect } from "../_standard/standard-dialect.ts";

const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

/** One of everything that a key can make. */
async function fillBooks(shop: ApiShop): Promise<{ path: string; methods: string[] }[]> {
  const make = async (method: "POST" | "PUT", path: string, body: unknown): Promise<string> =>
    (await shop.call(method, path, { body })).json.id;
  const tracker = await make("POST", "/api/v1/trackers", { tracking_number: "EZ2000000002", carrier: "usps" });
  await make("PUT", "/api/v1/orders/28002-A", { parcels: [{ carrier: "usps", tracking_number: "EZ4000000004" }] });
  const source = await make("POST", "/api/v1/sources", { provider: "easypost" });
  const endpoint = await make("POST", "/api/v1/endpoints", { url: "https://shop.example/hook" });
  const key = await make("POST", "/api/v1/keys", { name: "Another" });
  const { json: events } = await shop.call("GET", "/api/v1/events");
  return [
    { path: `/api/v1/trackers/${tracker}`, methods: ["GET", "PATCH", "POST /scans", "POST /check", "DELETE"] },
    { path: "/api/v1/orders/28002-A", methods: ["GET"] },
    { path: `/api/v1/sources/${source}`, methods: ["GET", "PATCH", "POST /rotate", "DELETE"] },
    { path: `/api/v1/endpoints/${endpoint}`, methods: ["GET", "PATCH", "POST /rotate", "POST /test", "POST /replay", "DELETE"] },
    { path: `/api/v1/events/${events.data[0].id}`, methods: ["GET"] },
    { path: `/api/v1/keys/${key}`, methods: ["DELETE"] },
  ];
}

const BODIES: Readonly<Record<string, unknown>> = {
  PATCH: { is_disabled: true },
  "/scans": { scans: [{ status: "delivered", occurred_at: "2026-03-01T10:00:00Z" }] },
};

async function statusesOf(shop: ApiShop, books: Awaited<ReturnType<typeof fillBooks>>): Promise<number[]> {
  const statuses: number[] = [];
  for (const { path, methods } of books) {
    for (const words of methods) {
      const [method = "", action = ""] = words.split(" ");
      const body = path.includes("/trackers/") && method === "PATCH" ? { is_watched: false } : (BODIES[action] ?? BODIES[method]);
      statuses.push((await shop.call(method as "GET", `${path}${action}`, body === undefined ? {} : { body })).status);
    }
  }
  return statuses;
}

const LISTS = ["trackers", "orders", "sources", "endpoints", "deliveries", "events", "notices"];

async function countLists(shop: ApiShop): Promise<number[]> {
  const counts: number[] = [];
  for (const list of LISTS) counts.push((await shop.call("GET", `/api/v1/${list}`)).json.data.length);
  return counts;
}

describeOnEveryEngine("the books of our API", (open) => {
  it("are those of the key's merchant: another sees, changes and deletes nothing in them", async () => {
    const { openShop } = createCheckedVisitor(await open());
    const [fern, night] = [await openShop("fern"), await openShop("night")];
    const books = await fillBooks(fern);
    expect(await countLists(fern)).toEqual([2, 1, 1, 1, expect.any(Number), expect.any(Number), 0]);
    expect(await countLists(night)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(new Set(await statusesOf(night, books))).toEqual(new Set([404]));
    expect((await fern.call("GET", books[0]?.path ?? "")).status).toBe(200);
  });

  it("are kept apart for test and production", async () => {
    const { openShop } = createCheckedVisitor(await open());
    const [trying, live] = [await openShop("fern", "test"), await openShop("fern", "production")];
    const books = await fillBooks(live);
    expect(await countLists(trying)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(new Set(await statusesOf(trying, books))).toEqual(new Set([404]));
  });

  it("let a test key manage test things, and tell it clearly what it cannot", async () => {
    const { openShop } = createCheckedVisitor(await open());
    const shop = await openShop("fern", "test");
    const refused = async (method: "GET" | "POST" | "PUT", path: string, body?: unknown) =>
      (await shop.call(method, `/api/v1${path}`, body === undefined ? {} : { body })).json;
    const brand = (await shop.call("GET", "/api/v1/brand")).json;
    for (const problem of [
      await refused("POST", "/keys", { name: "Live", mode: "production" }),
      await refused("GET", "/keys?mode=production"),
      await refused("POST", "/sources", { provider: "shippo", mode: "production" }),
      await refused("GET", "/sources?mode=production"),
      await refused("PUT", "/brand", brand),
      await refused("GET", "/payloads"),
      await refused("POST", "/payloads/replay", { ids: ["pay_1"] }),
    ]) {
      expect(problem).toMatchObject({
        status: 403,
        code: "mode_forbidden",
        detail: expect.stringMatching(/^This takes a production key: a test key cannot manage .+\.$/),
      });
    }
  });

  it("let a production key manage keys and sources of both modes", async () => {
    const { openShop } = createCheckedVisitor(await open());
    const [trying, live] = [await openShop("fern", "test"), await openShop("fern", "production")];
    const { json: source } = await trying.call("POST", "/api/v1/sources", { body: { provider: "shippo" } });
    expect((await live.call("GET", `/api/v1/sources/${source.id}`)).json).toMatchObject({ mode: "test" });
    const { json: keys } = await live.call("GET", "/api/v1/keys");
    expect(keys.data.map(({ mode }: { mode: string }) => mode).sort()).toEqual(["production", "test"]);
    const { json: made } = await live.call("POST", "/api/v1/keys", { body: { name: "Try", mode: "test" } });
    expect((await live.call("DELETE", `/api/v1/keys/${made.id}`)).status).toBe(204);
  });
});

describeOnEveryEngine("a call to our API", (open) => {
  it("shows its key as a bearer, or as the user of Basic", async () => {
    const { call, openShop } = createCheckedVisitor(await open());
    const { key } = await openShop("fern");
    const basic = { authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` };
    expect((await call("GET", "/api/v1/trackers", bearer(key))).status).toBe(200);
    expect((await call("GET", "/api/v1/trackers", { headers: basic })).status).toBe(200);
    const none = await call("GET", "/api/v1/trackers");
    expect(none.json).toEqual({
      type: "about:blank",
      code: "key_missing",
      title: "API key missing",
      status: 401,
      detail: "This call needs an API key, and none came with it. Send it as Authorization: Bearer <key>.",
      request_id: none.headers.get("x-request-id"),
    });
    expect(none.headers.get("www-authenticate")).toBe('Bearer realm="Waymark"');
    expect((await call("GET", "/api/v1/trackers", bearer("wm_test_nobody"))).json).toMatchObject({ status: 401, code: "key_unknown" });
  });

  it("is told of every kind of fault as a problem", async () => {
    const { openShop } = createCheckedVisitor(await open(), { apiRateLimitPerMinute: 4 });
    const shop = await openShop("fern");
    const post = (body: string) => shop.call("POST", "/api/v1/trackers", { body, headers: { "content-type": "application/json" } });
    expect((await shop.call("GET", "/api/v1/nothing")).json).toMatchObject({ status: 404, code: "path_unknown" });
    const wrong = await shop.call("PUT", "/api/v1/trackers");
    expect([wrong.json.code, wrong.headers.get("allow")]).toEqual(["method_not_allowed", "GET, POST, HEAD, OPTIONS"]);
    expect((await post("{")).json).toMatchObject({
      status: 400,
      code: "body_malformed",
      detail: expect.stringContaining("line 1, column 2"),
    });
    expect((await post(`{"a":"${"x".repeat(600_000)}"}`)).json).toMatchObject({ status: 413, code: "body_too_large" });
    expect((await post("[]")).json).toMatchObject({ status: 422, code: "input_invalid", errors: [{ path: "" }] });
    expect((await post("")).json).toMatchObject({ status: 422 });
    const limited = await post("");
    expect(limited.json).toMatchObject({ status: 429, code: "rate_limited" });
    expect(limited.headers.get("retry-after")).toMatch(/^\d+$/);
  });

  it("is told every slip in its input at once, each at its place", async () => {
    const { openShop } = createCheckedVisitor(await open());
    const shop = await openShop("fern");
    const { json } = await shop.call("POST", "/api/v1/trackers", { body: { carier: "usps", metadata: 7 } });
    expect(json.errors).toEqual([
      { path: "tracking_number", message: expect.any(String) },
      { path: "metadata", message: expect.any(String) },
      { path: "carier", message: "is not known here: check its spelling" },
    ]);
    expect(json.detail).toMatch(/^tracking_number: .+ \(and 2 more\)\.$/);
    const query = await shop.call("GET", "/api/v1/trackers?limit=1000&before=%00&status=flown");
    expect(query.json.errors.map(({ path }: { path: string }) => path)).toEqual(["limit", "before", "status"]);
    for (const path of ["/trackers", "/events", "/orders", "/deliveries"]) {
      const { json: unknown } = await shop.call("GET", `/api/v1${path}?before=trk_nobody`);
      expect(unknown).toMatchObject({ status: 422, errors: [{ path: "before", message: "must be an id out of this list" }] });
    }
  });
});

describeOnEveryEngine("a body of nothing but faults", (open) => {
  it("is not answered by one many times its length", async () => {
    const shop = await createCheckedVisitor(await open()).openShop("fern");
    const misspelt = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`field_${index}`, 1]));
    const { status, json } = await shop.call("POST", "/api/v1/trackers", { body: misspelt });
    expect([status, json.errors.length]).toEqual([422, 50]);
    expect(json.detail).toMatch(/and \d+ more/);
  });
});

describeOnEveryEngine("whatever is sent to our API", (open) => {
  const anyJson = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.dictionary(fc.constantFrom(...fieldsOfBodies()), fc.jsonValue({ maxDepth: 3 })),
  );

  it("is never our fault", { timeout: 120_000 }, async () => {
    const test: TestDatabase = await open();
    const { openShop } = createCheckedVisitor(test);
    const shop = await openShop("fern", "production");
    const books = await fillBooks(shop);
    const operation = fc.constantFrom(...OPERATIONS.filter(({ id }) => id !== "revokeKey" && id !== "testEndpoint"));
    const segment = fc.oneof(
      fc.constantFrom(...books.map(({ path }) => path.split("/").at(-1) ?? "")),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
      fc.constantFrom("\0", "%", "..", "__proto__", "x".repeat(3000)),
    );
    const query = fc.dictionary(
      fc.constantFrom("limit", "before", "after", "carrier", "tracking_number", "status", "mode", "x"),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(operation, segment, query, anyJson, async ({ method, path, body }, name, parameters, json) => {
        const address = `/api/v1${path.replaceAll(/:\w+/g, encodeURIComponent(name))}?${new URLSearchParams(parameters)}`;
        const { status } = await shop.call(method, address, body === undefined ? {} : { body: JSON.stringify(json) });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });
});

/** Names that mean something somewhere, so that not everything is refused at the door. */
function fieldsOfBodies(): string[] {
  return [...new Set(OPERATIONS.flatMap(({ example }) => (typeof example === "object" && example !== null ? Object.keys(example) : [])))];
}

describe("the endpoints of our API", () => {
  it("are those of the documents, one for each", () => {
    const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
    expect(standardDialect.endpoints.map(nameOf).sort()).toEqual(OPERATIONS.map(nameOf).sort());
  });
});
