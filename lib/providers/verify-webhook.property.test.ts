import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROVIDERS } from "#lib/tracking/snapshot.ts";
import type { PublishedKey } from "./provider.ts";
import { providers } from "./registry.ts";
import { contextOf } from "./webhooks.testing.ts";

const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const findPublishedKey = async (): Promise<PublishedKey> => ({ kind: "found", key: publicKey });

const HEADERS = [
  "authorization",
  "x-hmac-signature",
  "x-hmac-signature-v2",
  "x-timestamp",
  "x-path",
  "shippo-auth-signature",
  "x-shipengine-rsa-sha256-key-id",
  "x-shipengine-rsa-sha256-signature",
  "x-shipengine-timestamp",
];
const value = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.base64String(),
  fc.constantFrom(
    "hmac-sha256-hex=",
    `hmac-sha256-hex=${"0".repeat(64)}`,
    "t=1,v1=0",
    "Basic Og==",
    "Bearer x",
    "2026-03-01T12:00:00Z",
    "NaN",
  ),
);
const webhook = fc.record({
  method: fc.constantFrom("POST", "post", ""),
  target: fc.oneof(
    fc.webPath(),
    fc.string(),
    fc.webQueryParameters().map((query) => `/x?token=${query}`),
  ),
  headers: fc.dictionary(fc.constantFrom(...HEADERS), value),
  body: fc.uint8Array({ maxLength: 200 }),
});
const secrets = fc.record(
  { webhookSecret: fc.string({ unit: "binary" }), token: fc.string({ minLength: 8 }), acceptPublishedKeys: fc.boolean() },
  { requiredKeys: [] },
);

describe.each(PROVIDERS.filter((name) => providers[name].verifyWebhook))("%s's verifier", (name) => {
  it("neither throws nor believes whatever comes", async () => {
    const verify = providers[name].verifyWebhook;
    await fc.assert(
      fc.asyncProperty(webhook, secrets, async (incoming, known) => {
        const verdict = await verify?.(incoming, contextOf(known, { findPublishedKey }));
        expect(verdict).toMatchObject({ kind: "refused" });
      }),
      { numRuns: 300 },
    );
  });
});
