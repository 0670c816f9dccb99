import type { IncomingWebhook } from "./provider.ts";
import { acceptedSecrets, GENUINE, isSameSecret, refused, type WebhookProof } from "./webhook-proof.ts";

/** A secret that comes along: `?token=`, `Authorization: Bearer`, or the password of basic auth, whoever the user. */
export const byToken: WebhookProof = (webhook, ctx) => {
  const accepted = acceptedSecrets(ctx, "token");
  if (accepted.length === 0) return refused("not_configured");
  const sent = readSentTokens(webhook);
  if (sent.length === 0) return refused("unsigned");
  return sent.some((given) => accepted.some((token) => isSameSecret(given, token))) ? GENUINE : refused("forged");
};

function readSentTokens({ target, headers }: IncomingWebhook): string[] {
  const queryAt = target.indexOf("?");
  const query = queryAt < 0 ? "" : target.slice(queryAt + 1);
  return [...new URLSearchParams(query).getAll("token"), ...readAuthorization(headers.authorization ?? "")];
}

function readAuthorization(header: string): string[] {
  const [, scheme = "", credentials = ""] = /^(Bearer|Basic) +(\S+) *$/i.exec(header) ?? [];
  if (scheme.toLowerCase() !== "basic") return credentials === "" ? [] : [credentials];
  const pair = Buffer.from(credentials, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  return colon < 0 ? [] : [pair.slice(colon + 1)];
}
