import type { Database } from "#lib/db/engine/database.ts";
import { countRefusal, findHookSource } from "#lib/db/queries/sources.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { digestBody, readDeliveryKey } from "#lib/payloads/delivery-key.ts";
import { encodeBody } from "#lib/payloads/payload-body.ts";
import { type QueuedPayload, queuePayload } from "#lib/payloads/queue-payload.ts";
import type { IncomingWebhook, WebhookRefusal } from "#lib/providers/provider.ts";
import type { PublishedKeys } from "#lib/providers/published-keys.ts";
import { providers } from "#lib/providers/registry.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { openSecrets } from "#lib/sources/source-secrets.ts";
import { utcDayOf } from "#lib/tracking/calendar-day.ts";
import type { Vault } from "#lib/vault/vault.ts";

export interface ReceiveContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
  vault: Vault;
  publishedKeys: PublishedKeys;
}

export interface ReceiveWebhookInput {
  merchantSlug: string;
  sourceSlug: string;
  webhook: IncomingWebhook;
}

export type ReceiveWebhookOutcome =
  | QueuedPayload
  /** No such merchant, no such source, or one that is switched off: nobody is told which. */
  | { kind: "source_unknown" }
  | { kind: "refused"; reason: WebhookRefusal }
  /** It could not be told whether it is genuine: the sender shall try again. */
  | { kind: "undecided"; problem: string };

/** Keeps a genuine webhook, raw, together with the job of reading it; refuses the others, and counts them. What is in it does not matter yet. */
export async function receiveWebhook(ctx: ReceiveContext, input: ReceiveWebhookInput): Promise<ReceiveWebhookOutcome> {
  const { webhook } = input;
  const address = { merchantSlug: input.merchantSlug.toLowerCase(), slug: input.sourceSlug.toLowerCase() };
  const source = address.merchantSlug.includes("\0") || address.slug.includes("\0") ? undefined : await findHookSource(ctx.db, address);
  const verify = source && providers[source.provider].verifyWebhook;
  if (!verify) return { kind: "source_unknown" };

  const now = ctx.clock.now();
  const secrets = openSecrets(ctx.vault, source.secrets);
  const verdict = await verify(webhook, { secrets, now, findPublishedKey: (keyId) => ctx.publishedKeys.find(keyId) });
  if (verdict.kind === "undecided") return verdict;
  if (verdict.kind === "refused") {
    await countRefusal(ctx.db.kysely, { sourceId: source.id, day: utcDayOf(now), reason: verdict.reason });
    return verdict;
  }

  const { merchant_id, provider, mode } = source;
  const body = encodeBody(webhook.body);
  const payload = { ...body, merchant_id, provider, source_id: source.id, mode };
  const deliveryKey = readDeliveryKey(provider, body) ?? digestBody(webhook.body, mode);
  return ctx.db.write((trx) => queuePayload(trx, { now, random: ctx.random, jobs: ctx.jobs }, { payload, deliveryKey }));
}
