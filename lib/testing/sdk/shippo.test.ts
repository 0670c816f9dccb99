import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer, type TestServer } from "../server-process.ts";
import { runScenario, type Seen } from "./run-scenario.ts";
import { startWebhookReceiver, type WebhookReceiver } from "./webhook-receiver.ts";

const SECRET = "a secret that both sides know";

let server: TestServer;
let receiver: WebhookReceiver;
let seen: Seen;

beforeAll(async () => {
  [server, receiver] = await Promise.all([startServer(), startWebhookReceiver()]);
  const createKey = async (mode: string) => (await server.cli(["key", "create", "--mode", mode])).trim();
  const [testKey, productionKey] = [await createKey("test"), await createKey("production")];
  await server.cli(["endpoint", "add", `${receiver.url}/signed`, "--mode", "test", "--format", "shippo", "--secret", SECRET]);
  seen = await runScenario("shippo", { origin: server.origin, testKey, productionKey, receiver: receiver.url });
}, 120_000);

afterAll(async () => {
  await Promise.all([server?.stop(), receiver?.close()]);
});

const NUMBER = { carrier: "usps", trackingNumber: "9205590164917312751089" };

describe("Shippo's own client", () => {
  it.each(["PRE_TRANSIT", "TRANSIT", "DELIVERED", "RETURNED", "FAILURE", "UNKNOWN"])("gets SHIPPO_%s in its documented state", (status) => {
    expect(seen[`SHIPPO_${status}`].returned).toMatchObject({
      carrier: "shippo",
      trackingNumber: `SHIPPO_${status}`,
      metadata: "Order 000123",
      trackingStatus: { status },
    });
  });

  it("reads a mock number with its history, oldest first", () => {
    const { trackingHistory } = seen["mock number read"].returned;
    const dates = trackingHistory.map(({ statusDate }: { statusDate: string }) => statusDate);
    expect(dates.length).toBeGreaterThan(1);
    expect(dates).toEqual([...dates].sort());
  });

  it("is told that mock numbers are for test keys", () => {
    expect(seen["mock number in production"].threw).toMatchObject({ statusCode: 400, body: expect.stringContaining("test key") });
  });

  it("creates a track of a number that nobody knows yet, without status or history", () => {
    expect(seen["number created"].returned).toMatchObject({ ...NUMBER, metadata: "Order 28002-A", messages: [], trackingHistory: [] });
    expect(seen["number created"].returned).not.toHaveProperty("trackingStatus");
  });

  it("creates it once, however often it is asked", () => {
    expect(seen["number created again"].returned).toMatchObject({ ...NUMBER, metadata: "Order 28002-A" });
  });

  it("reads the track back, by a key with or without its word", () => {
    expect(seen["number read"].returned).toEqual(seen["number created"].returned);
    expect(seen["number read by a bare key"].returned).toEqual(seen["number created"].returned);
  });

  it("does not find a number before it is created, nor in the other mode", () => {
    for (const step of ["nobody's number read", "number read in test mode"]) {
      expect(seen[step].threw).toMatchObject({ name: "SDKError", statusCode: 404, body: '{"detail":"Not found."}' });
    }
  });

  it("is told of a bad carrier in Shippo's words", () => {
    const body = { carrier: ["Invalid value specified for provider 'EXAMPLE_OF_INVALID_CARRIER'"] };
    expect(seen["bad carrier created"].threw).toMatchObject({ statusCode: 400, body: JSON.stringify(body) });
    const detail = "Carrier with name 'EXAMPLE_OF_INVALID_CARRIER' is not supported.";
    expect(seen["bad carrier read"].threw).toMatchObject({ statusCode: 400, body: JSON.stringify({ detail }) });
  });

  it("is told what is wrong with a number, with metadata and with a key", () => {
    expect(JSON.parse(seen["bad number"].threw.body)).toHaveProperty("tracking_number");
    expect(JSON.parse(seen["metadata too long"].threw.body)).toEqual({ metadata: ["Must have at most 100 characters."] });
    expect(seen["bad key"].threw).toMatchObject({ statusCode: 401, body: expect.stringContaining("not known here") });
  });
});

describe("webhooks by Shippo's own client", () => {
  it("are created, read and listed, in the key's own mode", () => {
    const { returned: created } = seen["webhook created"];
    expect(created).toMatchObject({ event: "track_updated", active: true, isTest: true, objectId: expect.stringMatching(/^hook_/) });
    expect(seen["webhook read"].returned).toEqual(created);
    expect(seen["webhooks listed"].returned.results).toContainEqual(created);
    expect(seen["webhooks listed"].returned.count).toBe(2);
    expect(seen["webhook read in production"].threw).toMatchObject({ statusCode: 404 });
    expect(seen["webhooks listed in production"].returned).toMatchObject({ count: 0, results: [] });
  });

  it("are changed, switched off and deleted", () => {
    expect(seen["webhook updated"].returned).toMatchObject({ url: `${receiver.url}/moved`, active: false });
    expect(seen["webhook deleted"]).toEqual({ returned: null });
    expect(seen["deleted webhook read"].threw).toMatchObject({ statusCode: 404 });
  });

  it("are refused with the reason, field by field", () => {
    expect(JSON.parse(seen["webhook of another event"].threw.body)).toHaveProperty("event");
    expect(JSON.parse(seen["webhook to nowhere"].threw.body)).toHaveProperty("url");
    expect(JSON.parse(seen["webhook of the other mode"].threw.body)).toEqual({
      is_test: ["This is a test key. Use a production key for production webhooks."],
    });
  });

  it("bring the news to the address as it was given", async () => {
    const { body, headers } = await receiver.waitFor(
      ({ path, body }) => path === "/by-sdk?token=abc" && body.data.tracking_number === "SHIPPO_DELIVERED",
    );
    expect(body).toMatchObject({ event: "track_updated", test: true, data: { tracking_status: { status: "DELIVERED" } } });
    expect(headers).not.toHaveProperty("shippo-auth-signature");
  });

  it("are signed where a secret was agreed on", async () => {
    const { headers, text } = await receiver.waitFor(({ path }) => path === "/signed");
    const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers["shippo-auth-signature"])) ?? [];
    expect(signature).toBe(createHmac("sha256", SECRET).update(`${time}.${text}`).digest("hex"));
    expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(120);
  });
});
