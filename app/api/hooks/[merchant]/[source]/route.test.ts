import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { createSource } from "#lib/sources/create-source.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostEvent, easypostTracker } from "#lib/testing/factories.ts";
import type { ProviderName } from "#lib/tracking/snapshot.ts";
import { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from "./route.ts";

const SECRET = "whispered";
const TOKEN = "a-token-of-some-length";
const EVENT = JSON.stringify(easypostEvent("evt_1", easypostTracker({})));

interface Sent {
  body?: BodyInit;
  headers?: Record<string, string>;
  address?: string;
}

async function post({ body = EVENT, headers = {}, address = "fern/easypost" }: Sent = {}) {
  const [merchant = "", source = ""] = (address.split("?")[0] ?? "").split("/");
  const request = new Request(`http://localhost:3000/api/hooks/${address}`, {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
  const response = await POST(request, { params: Promise.resolve({ merchant, source }) });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

const signed = (body: string | Uint8Array = EVENT) => ({
  "x-hmac-signature": `hmac-sha256-hex=${createHmac("sha256", SECRET).update(body).digest("hex")}`,
});

async function openShop(test: TestDatabase, options: Parameters<typeof provideTestServices>[1] = {}) {
  provideTestServices(test, options);
  const merchantId = (await createMerchant(test, "fern")).id;
  const add = (provider: ProviderName, secrets: object) => createSource(test, { merchantId, provider, mode: "production", secrets });
  await add("easypost", { webhookSecret: SECRET });
  await add("shippo", { token: TOKEN, webhookSecret: SECRET });
  await add("shipengine", { token: TOKEN, acceptPublishedKeys: true });
  await add("shipment_notify", { token: TOKEN });
  return { ...test, payloads: () => test.db.kysely.selectFrom("payloads").select(["body", "outcome"]).execute() };
}

describeOnEveryEngine("POST /api/hooks/<merchant>/<source>", (open) => {
  it("says that a webhook is kept, and that it was kept before", async () => {
    const test = await openShop(await open());
    const first = await post({ headers: signed() });
    expect([first.status, first.json]).toEqual([200, { received: true }]);
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(first.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    const second = await post({ headers: signed() });
    expect([second.status, second.json]).toEqual([200, { received: true, duplicate: true }]);
    expect(await test.payloads()).toEqual([{ body: EVENT, outcome: "received" }]);
  });

  it("takes a webhook it cannot read, so that nobody sends it for days", async () => {
    await openShop(await open());
    const body = Buffer.from([0xff, 0x00, 0x7b]);
    expect(await post({ body, headers: signed(body) })).toMatchObject({ status: 200, json: { received: true } });
  });

  it.each<[string, number, string, Sent]>([
    ["without a signature", 401, "Webhook not signed", {}],
    ["with another's signature", 401, "Signature wrong", { headers: signed("{}") }],
    ["signed long ago", 400, "Signature too old", { address: "fern/shippo", headers: shippoSignature("1740000000") }],
    ["for a merchant nobody knows", 404, "No such address", { headers: signed(), address: "nobody/easypost" }],
    ["for a source nobody knows", 404, "No such address", { headers: signed(), address: "fern/nothing" }],
    ["of more than 512 KB", 413, "Webhook too large", { body: "x".repeat(512 * 1024 + 1) }],
  ])("answers %s with %d, and keeps nothing", async (_, status, title, sent) => {
    const test = await openShop(await open());
    const answer = await post(sent);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    expect(answer.json).toEqual({ type: "about:blank", title, status, detail: expect.stringMatching(/[.]$/) });
    expect(await test.payloads()).toEqual([]);
  });

  it("tells nobody whether the merchant or the source is missing, or switched off", async () => {
    const test = await openShop(await open());
    await test.db.kysely.updateTable("sources").set({ disabled_at: test.clock.now() }).where("slug", "=", "shippo").execute();
    const answers = await Promise.all(
      ["nobody/easypost", "fern/nothing", `fern/shippo?token=${TOKEN}`].map((address) => post({ address })),
    );
    expect(new Set(answers.map(({ json }) => JSON.stringify(json))).size).toBe(1);
  });

  it("leaves the rest of what is too large where it is", async () => {
    await openShop(await open());
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    expect((await post({ body: endless })).status).toBe(413);
    expect(pulled).toBeLessThan(20);
  });

  it("takes 512 KB to the byte", async () => {
    await openShop(await open());
    const body = `"${"x".repeat(512 * 1024 - 2)}"`;
    expect((await post({ body, headers: signed(body) })).status).toBe(200);
  });

  it("asks for another try where the database fails, and says why in the log only", async () => {
    const test = await openShop(await open(), { logLevel: "error" });
    const log = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    await test.db.kysely.schema.dropTable("source_refusals").execute();
    const answer = await post({ address: `fern/shippo?token=wrong-${TOKEN}` });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(JSON.stringify(answer.json)).not.toMatch(/source_refusals|table/);
    const line = String(log.mock.lastCall?.[0]);
    log.mockRestore();
    expect(line).toContain("source_refusals");
    expect(line).toContain(answer.headers.get("x-request-id"));
  });

  it("asks for another try while the keys of the sender cannot be had", async () => {
    const test = await open();
    await openShop({ ...test, publishedKeys: { find: async () => ({ kind: "unavailable", problem: "it answers 502" }) } });
    const headers = {
      "x-shipengine-rsa-sha256-key-id": "key-1",
      "x-shipengine-rsa-sha256-signature": "AAAA",
      "x-shipengine-timestamp": test.clock.now(),
    };
    const answer = await post({ address: "fern/shipengine", headers });
    expect([answer.status, answer.headers.get("retry-after"), answer.json.title]).toEqual([503, "60", "Please try again"]);
  });

  it("logs one line, with neither token nor address", async () => {
    await openShop(await open(), { logLevel: "info" });
    const log = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const answer = await post({ address: `fern/shippo?token=${TOKEN}`, headers: { authorization: `Bearer ${TOKEN}` } });
    const lines = log.mock.calls.map(([line]) => String(line));
    log.mockRestore();
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        time: expect.any(String),
        level: "info",
        requestId: answer.headers.get("x-request-id"),
        route: "hook",
        method: "POST",
        status: 200,
        outcome: "received",
        ms: expect.any(Number),
      },
    ]);
    expect(lines.join()).not.toContain(TOKEN);
  });

  it("never breaks, whatever comes: bytes, headers, addresses, signed or not", async () => {
    const test = await openShop(await open());
    const header = fc.constantFrom(
      "authorization",
      "x-hmac-signature",
      "x-hmac-signature-v2",
      "x-timestamp",
      "x-path",
      "shippo-auth-signature",
      "x-shipengine-rsa-sha256-key-id",
      "x-shipengine-timestamp",
      "content-type",
    );
    const headerValue = fc.string({ unit: "binary-ascii" }).map((text) => text.replace(/[^\x20-\x7e]/g, ""));
    const slug = fc.oneof(
      fc.constantFrom("fern", "easypost", "shippo", "shipengine", "shipment-notify", "%00", "%F0%9F%92%A9", ".."),
      fc.webSegment(),
    );
    const unsigned = fc.record({
      body: fc.uint8Array({ maxLength: 300 }),
      headers: fc.dictionary(header, headerValue),
      address: fc.tuple(slug, slug, fc.webQueryParameters()).map(([merchant, source, query]) => `${merchant}/${source}?token=${query}`),
    });
    const genuine = fc
      .oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.json().map((json) => Buffer.from(json)),
      )
      .chain((body) =>
        fc.constantFrom(
          { body, headers: signed(body), address: "fern/easypost" },
          { body, headers: {}, address: `fern/shippo?token=${TOKEN}` },
          { body, headers: { authorization: `Bearer ${TOKEN}` }, address: "fern/shipment-notify" },
        ),
      );
    const send = (sent: { body: Uint8Array; headers: Record<string, string>; address: string }) =>
      post({ ...sent, body: Buffer.from(sent.body) as BodyInit });
    await fc.assert(
      fc.asyncProperty(unsigned, async (sent) => {
        expect([400, 401, 404]).toContain((await send(sent)).status);
      }),
      { numRuns: 60 },
    );
    await fc.assert(
      fc.asyncProperty(genuine, async (sent) => {
        expect((await send(sent)).status).toBe(200);
      }),
      { numRuns: 60 },
    );
    await test.runJobs();
    expect((await test.payloads()).filter(({ outcome }) => outcome === "received")).toEqual([]);
  });
});

describe("other methods at /api/hooks/<merchant>/<source>", () => {
  it.each(Object.entries({ GET, HEAD, OPTIONS, PUT, PATCH, DELETE }))("%s is told to POST", async (method, handler) => {
    const answer = handler(new Request("http://localhost:3000/api/hooks/fern/easypost", { method }));
    expect([answer.status, answer.headers.get("allow"), answer.headers.get("content-type")]).toEqual([
      405,
      "POST",
      "application/problem+json",
    ]);
    expect(await answer.json()).toMatchObject({ detail: `This address takes POST, not ${method}.` });
  });
});

function shippoSignature(time: string) {
  return { "shippo-auth-signature": `t=${time},v1=${createHmac("sha256", SECRET).update(`${time}.${EVENT}`).digest("hex")}` };
}
