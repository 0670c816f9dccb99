import { createHmac, createPublicKey, type JsonWebKey } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import type { EndpointFormat } from "#lib/db/schema.ts";
import type { IncomingWebhook, VerificationContext } from "#lib/providers/provider.ts";
import { providers } from "#lib/providers/registry.ts";
import { formatInstant, type Instant } from "#lib/shared/clock.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { type ReceivedRequest, receivers } from "./receiver.testing.ts";
import { rotateSecret } from "./rotate-secret.ts";
import { openShop } from "./shop.testing.ts";
import { listPublishedJwks } from "./signing/signing-key.ts";
import { updateEndpoint } from "./update-endpoint.ts";

const SECRET = "sécret of the shop";

describeOnEveryEngine("an endpoint's format", (open) => {
  const startReceiver = receivers();

  async function receiveOne(format: EndpointFormat, init: { secret?: string; headers?: { name: string; value: string }[] } = {}) {
    const [test, receiver] = [await open(), await startReceiver()];
    // The library that verifies goes by the machine's clock.
    test.clock.set(formatInstant(Math.floor(Date.now() / 1000) * 1000));
    const shop = await openShop(test);
    const endpoint = await shop.addEndpoint({ url: `${receiver.url}?shop=1`, format, ...init });
    await shop.hasNews();
    await shop.run();
    const [request] = receiver.received;
    if (!request) throw new Error("nothing was received");
    return { test, shop, endpoint, receiver, request };
  }

  it("standard is signed as Standard Webhooks verifies it", async () => {
    const { endpoint, request, shop } = await receiveOne("standard");
    const { secret = "" } = endpoint;
    expect(secret).toMatch(/^whsec_/);
    const event = new Webhook(secret ?? "").verify(request.body, request.headers as Record<string, string>);
    expect(event).toMatchObject({ type: "tracker.created", data: { tracker: { tracking_number: "1Z999AA10123456784" } } });
    expect(request.headers["webhook-id"]).toBe((await shop.deliveries())[0]?.eventId);
    expect(request.headers["content-type"]).toBe("application/json");
  });

  it("standard carries two signatures for a day after the secret was rotated, then one", async () => {
    const { shop, endpoint, receiver } = await receiveOne("standard");
    const rotated = await rotateSecret(shop.ctx, { caller: shop.caller, id: endpoint.id });
    if (rotated.kind !== "rotated") throw new Error(rotated.kind);
    expect(rotated.secret).not.toBe(endpoint.secret);
    await shop.hasNews("1Z999AA10123456785");
    await shop.run();
    const during = receiver.received[1] as ReceivedRequest;
    expect(String(during.headers["webhook-signature"]).split(" ")).toHaveLength(2);
    for (const secret of [endpoint.secret, rotated.secret]) {
      expect(new Webhook(secret ?? "").verify(during.body, during.headers as Record<string, string>)).toBeTruthy();
    }

    shop.ctx.clock.advanceMinutes(24 * 60);
    await shop.hasNews("1Z999AA10123456786");
    await shop.run();
    const after = receiver.received[2] as ReceivedRequest;
    expect(after.headers["webhook-signature"]).toBe(standardSignature(rotated.secret, after));
  });

  it("easypost is an Event with its Tracker, both generations of signatures, and the endpoint's own headers", async () => {
    const headers = [{ name: "Authorization", value: "Bearer abc" }];
    const { request, receiver, test } = await receiveOne("easypost", { secret: SECRET, headers });
    const hmac = createHmac("sha256", SECRET.normalize("NFKD")).update(request.body).digest("hex");
    expect(request.headers).toMatchObject({ "x-hmac-signature": `hmac-sha256-hex=${hmac}`, authorization: "Bearer abc" });
    expect(await verify("easypost", request, { webhookSecret: SECRET }, test.clock.now())).toEqual({ kind: "genuine" });
    expect(await verify("easypost", request, { webhookSecret: "another" }, test.clock.now())).toMatchObject({ kind: "refused" });
    expect(JSON.parse(request.body)).toMatchObject({
      object: "Event",
      description: "tracker.created",
      pending_urls: [`${receiver.url}?shop=1`],
      completed_urls: [],
      result: { object: "Tracker", tracking_code: "1Z999AA10123456784" },
    });
  });

  it("easypost is unsigned where there is no secret", async () => {
    const { request } = await receiveOne("easypost");
    expect(Object.keys(request.headers).filter((name) => name.startsWith("x-"))).toEqual([]);
  });

  it("easypost signs with a new secret at once, and with none once it is taken away", async () => {
    const { shop, endpoint, receiver, test } = await receiveOne("easypost", { secret: SECRET });
    await updateEndpoint(shop.ctx, { caller: shop.caller, id: endpoint.id, changes: { secret: "new" } });
    await shop.hasNews("1Z999AA10123456785");
    await shop.run();
    expect(await verify("easypost", receiver.received[1], { webhookSecret: "new" }, test.clock.now())).toEqual({ kind: "genuine" });
    await updateEndpoint(shop.ctx, { caller: shop.caller, id: endpoint.id, changes: { secret: null } });
    await shop.hasNews("1Z999AA10123456786");
    await shop.run();
    expect(receiver.received[2]?.headers["x-hmac-signature"]).toBeUndefined();
  });

  it("shippo is track_updated, even for a tracker just made", async () => {
    const { request, test } = await receiveOne("shippo", { secret: SECRET });
    expect(JSON.parse(request.body)).toMatchObject({
      event: "track_updated",
      test: false,
      data: { tracking_number: "1Z999AA10123456784" },
    });
    expect(await verify("shippo", request, { webhookSecret: SECRET }, test.clock.now())).toEqual({ kind: "genuine" });
  });

  it("shipengine is API_TRACK, signed by the key that we publish", async () => {
    const { request, test } = await receiveOne("shipengine");
    const body = JSON.parse(request.body) as { resource_url: string };
    expect(body).toMatchObject({ resource_type: "API_TRACK", data: { tracking_number: "1Z999AA10123456784" } });
    expect(body.resource_url).toContain(`${test.config.publicOrigin}/v1/tracking?`);
    const jwks = await listPublishedJwks(test);
    expect(jwks).toEqual([
      { kty: "RSA", e: "AQAB", n: expect.any(String), kid: request.headers["x-shipengine-rsa-sha256-key-id"], use: "sig", alg: "RS256" },
    ]);
    const findPublishedKey: VerificationContext["findPublishedKey"] = async (id) => {
      const jwk = jwks.find(({ kid }) => kid === id);
      return jwk ? { kind: "found", key: createPublicKey({ key: jwk as unknown as JsonWebKey, format: "jwk" }) } : { kind: "unknown" };
    };
    const secrets = { acceptPublishedKeys: true };
    expect(await verify("shipengine", request, secrets, test.clock.now(), findPublishedKey)).toEqual({ kind: "genuine" });
    const forged = { ...request, body: `${request.body} ` };
    expect(await verify("shipengine", forged, secrets, test.clock.now(), findPublishedKey)).toMatchObject({ kind: "refused" });
  });

  it("shipengine has one key for the installation, whoever asks first, and none of it is readable in the database", async () => {
    const test = await open();
    const [first, second] = await Promise.all([listPublishedJwks(test), listPublishedJwks(test)]);
    expect(first).toEqual(second);
    expect(Buffer.from(first[0]?.n ?? "", "base64url")).toHaveLength(256);
    const stored = await test.db.kysely.selectFrom("installation_secrets").selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain("PRIVATE KEY");
  });
});

function standardSignature(secret: string, { headers, body }: ReceivedRequest): string {
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

/** What we ourselves would think of it, had the vendor sent it to us. */
async function verify(
  provider: "easypost" | "shippo" | "shipengine",
  request: ReceivedRequest | undefined,
  secrets: VerificationContext["secrets"],
  now: Instant,
  findPublishedKey: VerificationContext["findPublishedKey"] = async () => ({ kind: "unknown" }),
) {
  const webhook: IncomingWebhook = {
    method: "POST",
    target: request?.path ?? "",
    headers: request?.headers as Record<string, string>,
    body: Buffer.from(request?.body ?? ""),
  };
  return providers[provider].verifyWebhook?.(webhook, { secrets, now, findPublishedKey });
}
