import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findEndpointRow } from "#lib/db/queries/endpoints.ts";
import { findDelivery, lockDelivery, updateDelivery } from "#lib/db/queries/event-deliveries.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { isId } from "#lib/shared/ids.ts";

export type ReplayDeliveryOutcome = { kind: "replayed" } | { kind: "not_found" } | { kind: "endpoint_disabled" };

/** Sends a delivery again, whatever became of it: delivered, failed, cancelled or still waiting. Its attempts begin anew. */
export async function replayDelivery(
  ctx: { db: Database; clock: Clock; jobs: Pick<JobQueue, "enqueue"> },
  { caller, id }: { caller: Books; id: string },
): Promise<ReplayDeliveryOutcome> {
  if (!isId("dlv", id)) return { kind: "not_found" };
  const delivery = { id, merchantId: caller.merchantId };
  return ctx.db.kysely.transaction().execute(async (trx): Promise<ReplayDeliveryOutcome> => {
    const known = await findDelivery(trx, delivery);
    const endpoint = known && (await findEndpointRow(trx, caller, known.endpoint_id));
    if (!endpoint) return { kind: "not_found" };
    if (endpoint.disabled_at !== null) return { kind: "endpoint_disabled" };
    await lockDelivery(trx, delivery);
    await updateDelivery(trx, delivery, { state: "pending", attempts: 0, next_attempt_at: ctx.clock.now(), delivered_at: null });
    await ctx.jobs.enqueue(trx, { task: "deliver_event", payload: { merchantId: caller.merchantId, deliveryId: id }, key: id });
    return { kind: "replayed" };
  });
}
