import { createHmac } from "node:crypto";
import type { Instant } from "#lib/shared/clock.ts";
import type { IncomingWebhook, SourceSecrets, VerificationContext, WebhookVerdict } from "./provider.ts";

/** When suites over signatures take place. */
export const NOW = "2026-03-01T12:00:00Z" as Instant;

export const minutesFromNow = (minutes: number): Date => new Date(Date.parse(NOW) + minutes * 60_000);

export const TARGET = "/api/hooks/fern/main";

export function webhookOf(changes: { body?: string; target?: string; headers?: Record<string, string> } = {}): IncomingWebhook {
  const { body = '{"object":"Event","weight":16.0}', target = TARGET, headers = {} } = changes;
  return { method: "POST", target, headers, body: Buffer.from(body) };
}

export function contextOf(secrets: SourceSecrets, changes: Partial<VerificationContext> = {}): VerificationContext {
  return { secrets, now: NOW, findPublishedKey: async () => ({ kind: "unknown" }), ...changes };
}

/** `genuine`, or why not. */
export function wordOf(verdict: WebhookVerdict): string {
  return verdict.kind === "refused" ? verdict.reason : verdict.kind;
}

export function hmac(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}

export const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
