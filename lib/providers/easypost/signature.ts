import type { IncomingWebhook, VerificationContext, WebhookVerdict } from "../provider.ts";
import { acceptedSecrets, GENUINE, hmacHex, isSameSecret, judgeSigned, refused, verifyByAnyOf } from "../webhook-proof.ts";

const SIGNATURE = /^hmac-sha256-hex=([\da-f]{64})$/i;

/**
 * Two generations of one HMAC. The first signs the body alone, so it can be sent again for ever; the second signs time, method
 * and path as well. Where the second is there it has to hold: whoever changes it could otherwise fall back on the first.
 */
export const verifyEasyPostWebhook = verifyByAnyOf((webhook, ctx) => {
  const keys = acceptedSecrets(ctx, "webhookSecret").map((secret) => secret.normalize("NFKD"));
  if (keys.length === 0) return refused("not_configured");
  const { "x-hmac-signature": v1, "x-hmac-signature-v2": v2 } = webhook.headers;
  if (v2 !== undefined) return judgeSecondGeneration(webhook, ctx, { signature: v2, keys });
  if (v1 === undefined) return refused("unsigned");
  return isSigned(v1, keys, webhook.body) ? GENUINE : refused("forged");
});

function judgeSecondGeneration(
  webhook: IncomingWebhook,
  ctx: VerificationContext,
  { signature, keys }: { signature: string; keys: readonly string[] },
): WebhookVerdict {
  const { "x-timestamp": timestamp = "", "x-path": path = "" } = webhook.headers;
  const isAuthentic =
    isAskedFor(path, webhook.target) && isSigned(signature, keys, timestamp, webhook.method.toUpperCase(), path, webhook.body);
  return judgeSigned(isAuthentic, Date.parse(timestamp), ctx);
}

/** Nobody says whether the signed path has the query with it. */
function isAskedFor(path: string, target: string): boolean {
  return path === target || path === target.split("?", 1)[0];
}

function isSigned(signature: string, keys: readonly string[], ...parts: readonly (string | Uint8Array)[]): boolean {
  const given = SIGNATURE.exec(signature.trim())?.[1]?.toLowerCase();
  return given !== undefined && keys.some((key) => isSameSecret(given, hmacHex(key, ...parts)));
}
