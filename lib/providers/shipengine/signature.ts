import { verify } from "node:crypto";
import { byToken } from "../by-token.ts";
import { judgeSigned, refused, verifyByAnyOf, type WebhookProof } from "../webhook-proof.ts";

/**
 * RSASSA-PKCS1-v1_5 with SHA-256 over `<timestamp>.<body>`, by a key that ShipEngine publishes. The key is the same for all of
 * its customers: this proves who sent a webhook, not for whom.
 */
const byPublishedKey: WebhookProof = async (webhook, ctx) => {
  if (ctx.secrets.acceptPublishedKeys !== true) return refused("not_configured");
  const {
    "x-shipengine-rsa-sha256-key-id": keyId,
    "x-shipengine-rsa-sha256-signature": signature,
    "x-shipengine-timestamp": timestamp,
  } = webhook.headers;
  if (keyId === undefined || signature === undefined || timestamp === undefined) return refused("unsigned");

  const found = await ctx.findPublishedKey(keyId);
  if (found.kind === "unavailable") return { kind: "undecided", problem: found.problem };
  if (found.kind === "unknown") return refused("forged");
  const signed = Buffer.concat([Buffer.from(`${timestamp}.`), webhook.body]);
  const isAuthentic = verify("sha256", signed, found.key, Buffer.from(signature, "base64"));
  return judgeSigned(isAuthentic, Date.parse(timestamp), ctx);
};

/** Older accounts send unsigned webhooks, with basic auth. */
export const verifyShipEngineWebhook = verifyByAnyOf(byToken, byPublishedKey);
