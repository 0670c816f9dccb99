import { listPayloadRows, type PayloadFilter } from "#lib/db/queries/payloads.ts";
import type { MerchantId, PayloadId } from "#lib/shared/ids.ts";
import { describeIssue } from "#lib/shared/issue.ts";
import { type ProcessContext, type ProcessPayloadOutcome, processPayload } from "./process-payload.ts";

const BATCH = 100;

export interface ReplayInput {
  merchantId: MerchantId;
  /** These, whatever became of them; or all that need a look, or that nobody has read yet. */
  which: { ids: readonly string[] } | { filter: PayloadFilter };
}

export interface Replayed {
  payloadId: PayloadId;
  /** `failed` where something broke: what was stored is as it was, and the reason is in `problem`. */
  outcome: Exclude<ProcessPayloadOutcome["kind"], "closed"> | "failed";
  problem: string | null;
}

/** Reads stored payloads again, one after the other, and answers what became of each as it goes. One that fails does not stop the rest. */
export async function* replayPayloads(ctx: ProcessContext, { merchantId, which }: ReplayInput): AsyncGenerator<Replayed> {
  let afterId: PayloadId | undefined;
  for (;;) {
    const batch = await listPayloadRows(ctx.db.kysely, { merchantId, ...which, limit: BATCH, ...(afterId && { afterId }) });
    for (const { id } of batch) yield await replayPayload(ctx, { merchantId, payloadId: id });
    afterId = batch.at(-1)?.id;
    if (batch.length < BATCH) return;
  }
}

async function replayPayload(ctx: ProcessContext, payload: { merchantId: MerchantId; payloadId: PayloadId }): Promise<Replayed> {
  const { payloadId } = payload;
  try {
    const outcome = await processPayload(ctx, payload, { again: true });
    return { payloadId, outcome: outcome.kind === "closed" ? "not_found" : outcome.kind, problem: problemOf(outcome) };
  } catch (error) {
    return { payloadId, outcome: "failed", problem: error instanceof Error ? error.message : String(error) };
  }
}

function problemOf(outcome: ProcessPayloadOutcome): string | null {
  if (outcome.kind === "ignored") return outcome.reason;
  const issues = outcome.kind === "invalid" ? outcome.issues : outcome.kind === "ingested" ? outcome.unread : [];
  return issues.map(describeIssue).join("\n") || null;
}
