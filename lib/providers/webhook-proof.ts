import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { epochMsOf, MINUTE_MS } from "#lib/shared/clock.ts";
import type { IncomingWebhook, VerificationContext, WebhookRefusal, WebhookVerdict, WebhookVerifier } from "./provider.ts";

/** One way a sender can show who it is. */
export type WebhookProof = (webhook: IncomingWebhook, ctx: VerificationContext) => WebhookVerdict | Promise<WebhookVerdict>;

export const GENUINE: WebhookVerdict = { kind: "genuine" };
export const refused = (reason: WebhookRefusal): WebhookVerdict => ({ kind: "refused", reason });

/** The nearer a webhook came to being believed, the later. */
const REFUSALS: readonly WebhookRefusal[] = ["not_configured", "unsigned", "forged", "stale"];
/** Clocks differ, and networks dawdle: the vendors' own advice. */
const TOLERANCE_MS = 5 * MINUTE_MS;

/** Believes whoever brings one of the proofs; else says what was the matter with the one that came nearest. */
export function verifyByAnyOf(...proofs: readonly WebhookProof[]): WebhookVerifier {
  return async (webhook, ctx) => {
    const verdicts: WebhookVerdict[] = [];
    for (const proof of proofs) {
      const verdict = await proof(webhook, ctx);
      if (verdict.kind === "genuine") return verdict;
      verdicts.push(verdict);
    }
    const reasons = verdicts.flatMap((verdict) => (verdict.kind === "refused" ? [verdict.reason] : []));
    return (
      verdicts.find(({ kind }) => kind === "undecided") ?? refused(REFUSALS.findLast((reason) => reasons.includes(reason)) ?? "unsigned")
    );
  };
}

/** What is accepted now: the secret in use, and the one before it for a while. */
export function acceptedSecrets({ secrets, now }: VerificationContext, name: "webhookSecret" | "token"): string[] {
  const { previous } = secrets;
  const old = previous && epochMsOf(now) < epochMsOf(previous.until) ? previous[name] : undefined;
  return [secrets[name], old].filter((secret) => secret !== undefined && secret !== "") as string[];
}

/** Of what was signed a while ago somebody may have kept a copy. `sentAtMs` is NaN where nobody can read it. */
export function judgeSigned(isAuthentic: boolean, sentAtMs: number, { now }: VerificationContext): WebhookVerdict {
  if (!isAuthentic) return refused("forged");
  return Math.abs(epochMsOf(now) - sentAtMs) <= TOLERANCE_MS ? GENUINE : refused("stale");
}

export function hmacHex(secret: string, ...parts: readonly (string | Uint8Array)[]): string {
  const hmac = createHmac("sha256", secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** Takes as long for nearly right as for wrong, whatever the lengths. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

const digest = (text: string) => createHash("sha256").update(text).digest();
