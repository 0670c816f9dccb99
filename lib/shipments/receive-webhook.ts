import type { Database } from "#lib/db/engine/database.ts";
import { countRefusal, findHookSource } from "#lib/db/queries/sources.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { IncomingWebhook, WebhookRefusal } from "#lib/providers/provider.ts";
import type { PublishedKeys } from "#lib/providers/published-keys.ts";
import { providers } from "#lib/providers/registry.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { PayloadId, RandomBytes } from "#lib/shared/ids.ts";
import { openSecrets } from "#lib/sources/source-secrets.ts";
import { utcDayOf } from "#lib/tracking/calendar-day.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { digestBody, readDeliveryKey } from "./delivery-key.ts";
import { encodeBody } from "./payload-body.ts";
import { storePayload } from "./store-payload.ts";

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
  | { kind: "received"; payloadId: PayloadId }
  /** Has been received before, as `payloadId`. */
  | { kind: "duplicate"; payloadId: PayloadId }
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

  const { merchant_id: merchantId, provider, mode } = source;
  const body = encodeBody(webhook.body);
  const payload = { ...body, merchant_id: merchantId, provider, source_id: source.id, mode };
  const deliveryKey = readDeliveryKey(provider, body) ?? digestBody(webhook.body, mode);
  return ctx.db.write(async (trx): Promise<ReceiveWebhookOutcome> => {
    const stored = await storePayload(trx, { now, random: ctx.random }, { payload, deliveryKey });
    const payloadId = stored.kind === "stored" ? stored.payloadId : stored.id;
    // A repetition also mends one whose job was lost, or is dead.
    if (stored.kind === "stored" || stored.outcome === "received") {
      await ctx.jobs.enqueue(trx, { task: "process_payload", payload: { merchantId, payloadId }, key: `process_payload ${payloadId}` });
    }
    return { kind: stored.kind === "stored" ? "received" : "duplicate", payloadId };
  });
}
