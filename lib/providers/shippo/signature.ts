import { byToken } from "../by-token.ts";
import { acceptedSecrets, hmacHex, isSameSecret, judgeSigned, refused, verifyByAnyOf, type WebhookProof } from "../webhook-proof.ts";

/** `Shippo-Auth-Signature: t=<unix seconds>,v1=<hex>`, over `<t>.<body>`. */
const byHmac: WebhookProof = (webhook, ctx) => {
  const keys = acceptedSecrets(ctx, "webhookSecret");
  if (keys.length === 0) return refused("not_configured");
  const header = webhook.headers["shippo-auth-signature"];
  if (header === undefined) return refused("unsigned");

  const fields = new Map(header.split(",").map((field) => readField(field)));
  const [time = "", signature = ""] = [fields.get("t"), fields.get("v1")?.toLowerCase()];
  const isAuthentic = keys.some((key) => isSameSecret(signature, hmacHex(key, `${time}.`, webhook.body)));
  return judgeSigned(isAuthentic, /^\d{1,12}$/.test(time) ? Number(time) * 1000 : Number.NaN, ctx);
};

function readField(field: string): [name: string, value: string] {
  const at = field.indexOf("=");
  return [field.slice(0, Math.max(at, 0)).trim(), field.slice(at + 1).trim()];
}

/** Shippo signs for accounts that asked for it; everybody else puts a token into the address. */
export const verifyShippoWebhook = verifyByAnyOf(byHmac, byToken);
