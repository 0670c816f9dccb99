import { createPublicKey, type JsonWebKey, verify } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer, type TestServer } from "../server-process.ts";
import { runScenario, type Seen } from "./run-scenario.ts";
import { startWebhookReceiver, type WebhookReceiver } from "./webhook-receiver.ts";

let server: TestServer;
let receiver: WebhookReceiver;
let testKey: string;
let seen: Seen;

/** Its client has no method for these calls. */
const callWithTestKey = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}/v1${path}`, { ...init, headers: { "api-key": testKey, "content-type": "application/json" } });

beforeAll(async () => {
  [server, receiver] = await Promise.all([startServer(), startWebhookReceiver()]);
  const createKey = async (mode: string) => (await server.cli(["key", "create", "--mode", mode])).trim();
  testKey = await createKey("test");
  const productionKey = await createKey("production");
  const webhook = { url: `${receiver.url}/news`, event: "track", name: "News", headers: [{ key: "x-shop", value: "fern" }] };
  const created = await callWithTestKey("/environment/webhooks", { method: "POST", body: JSON.stringify(webhook) });
  if (created.status !== 200) throw new Error(await created.text());
  for (const number of ["EZ4000000004", "EZ3000000003"]) {
    const { status } = await callWithTestKey(`/tracking/start?carrier_code=usps&tracking_number=${number}`, { method: "POST" });
    if (status !== 204) throw new Error(`starting ${number} was answered ${status}`);
  }
  seen = await runScenario("shipengine", { origin: server.origin, testKey, productionKey });
}, 120_000);

afterAll(async () => {
  await Promise.all([server?.stop(), receiver?.close()]);
});

describe("ShipEngine's own client", () => {
  it("gets a delivered parcel with its events, newest first", () => {
    const { returned } = seen.delivered;
    expect(returned).toMatchObject({
      trackingNumber: "EZ4000000004",
      statusCode: "DE",
      statusDescription: "Delivered",
      actualDeliveryDate: expect.stringMatching(/Z$/),
    });
    const times = returned.events.map(({ occurredAt }: { occurredAt: string }) => occurredAt);
    expect(times.length).toBeGreaterThan(2);
    expect(times).toEqual([...times].sort().reverse());
    expect(returned.events[0]).toMatchObject({ statusCode: "DE", carrierOccurredAt: expect.stringMatching(/T\d\d:\d\d:\d\d$/) });
  });

  it("gets the same by any of ShipEngine's codes for the carrier", () => {
    expect(seen["another code of the carrier"].returned).toEqual(seen.delivered.returned);
  });

  it("gets what is still on its way", () => {
    expect(seen["out for delivery"].returned).toMatchObject({ statusCode: "IT", actualDeliveryDate: null });
  });

  it("learns that a number is not in the system yet, without an error", () => {
    expect(seen["not started"].returned).toMatchObject({ trackingNumber: "1Z999AA10123456784", statusCode: "NY", events: [] });
    expect(seen["delivered, in production"].returned).toMatchObject({ statusCode: "NY", events: [] });
  });

  it("throws its own error, with our words, for everything that is wrong", () => {
    const invalid = { name: "ShipEngineError", source: "shipengine", type: "validation", code: "invalid_field_value" };
    expect(seen["bad carrier"].threw).toMatchObject({
      ...invalid,
      message: "carrier_code 'no_such_carrier' is no carrier that is known here.",
    });
    expect(seen["bad number"].threw).toMatchObject({ ...invalid, message: "tracking_number must be 4 to 40 letters and digits." });
    expect(seen["no number"].threw).toMatchObject({ ...invalid, code: "field_value_required" });
    expect(seen.label.threw).toMatchObject({ name: "ShipEngineError", code: "not_found" });
  });

  it("says so when the key is bad, where a 401 would only have made it stumble", () => {
    expect(seen["bad key"].threw).toMatchObject({
      name: "ShipEngineError",
      type: "security",
      code: "unauthorized",
      message: "This API key is not known here, or was revoked.",
      requestID: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
});

describe("ShipEngine's webhook", () => {
  it("is signed by a key that is published", async () => {
    const { headers, text, body } = await receiver.waitFor(({ body }) => body.data.tracking_number === "EZ4000000004");
    expect(body).toMatchObject({ resource_type: "API_TRACK", data: { carrier_code: "usps", status_code: "DE" } });
    expect(headers["x-shop"]).toBe("fern");

    const { keys } = (await (await fetch(`${server.origin}/jwks`)).json()) as { keys: (JsonWebKey & { kid: string })[] };
    const jwk = keys.find(({ kid }) => kid === headers["x-shipengine-rsa-sha256-key-id"]);
    const key = createPublicKey({ key: jwk ?? {}, format: "jwk" });
    const signature = Buffer.from(String(headers["x-shipengine-rsa-sha256-signature"]), "base64");
    const isSigned = (content: string) => verify("sha256", Buffer.from(content), key, signature);
    expect(isSigned(`${headers["x-shipengine-timestamp"]}.${text}`)).toBe(true);
    expect(isSigned(`${headers["x-shipengine-timestamp"]}.${text} `)).toBe(false);
  });

  it("names an address at which the same is answered", async () => {
    const { body } = await receiver.waitFor(({ body }) => body.data.tracking_number === "EZ3000000003");
    const address = new URL(body.resource_url);
    expect(address.origin).toBe(server.origin);
    const answer = await callWithTestKey(`/tracking${address.search}`);
    expect(await answer.json()).toMatchObject({ status_code: body.data.status_code, events: body.data.events });
  });
});
