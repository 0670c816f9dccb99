import type { Queryable } from "#lib/db/engine/database.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { PayloadId, RandomBytes } from "#lib/shared/ids.ts";
import { type NewPayload, storePayload } from "./store-payload.ts";

export interface QueueContext {
  now: Instant;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

/** A duplicate has been kept before, as `payloadId`. */
export interface QueuedPayload {
  kind: "received" | "duplicate";
  payloadId: PayloadId;
}

/** Keeps a payload raw, together with the job of reading it; call it inside a transaction. */
export async function queuePayload(
  trx: Queryable,
  ctx: QueueContext,
  input: { payload: NewPayload; deliveryKey: string },
): Promise<QueuedPayload> {
  const stored = await storePayload(trx, ctx, input);
  const payloadId = stored.kind === "stored" ? stored.payloadId : stored.id;
  const { merchant_id: merchantId } = input.payload;
  // A repetition also mends one whose job was lost, or is dead.
  if (stored.kind === "stored" || stored.outcome === "received") {
    await ctx.jobs.enqueue(trx, { task: "process_payload", payload: { merchantId, payloadId }, key: `process_payload ${payloadId}` });
  }
  return { kind: stored.kind === "stored" ? "received" : "duplicate", payloadId };
}
