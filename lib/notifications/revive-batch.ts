import type { Queryable } from "#lib/db/engine/database.ts";
import type { EndpointRef } from "#lib/db/queries/endpoints.ts";
import { reviveDeliveries } from "#lib/db/queries/event-deliveries.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Instant } from "#lib/shared/clock.ts";

const BATCH = 500;

/** Has the next few deliveries of an endpoint sent now, which the caller has locked. `afterId` begins the next batch; undefined after the last. */
export async function reviveBatch(
  trx: Queryable,
  ctx: { jobs: Pick<JobQueue, "enqueue">; now: Instant },
  endpoint: EndpointRef,
  { states, afterId }: Pick<Parameters<typeof reviveDeliveries>[2], "states" | "afterId">,
): Promise<{ count: number; afterId: string | undefined }> {
  const ids = await reviveDeliveries(trx, endpoint, { states, now: ctx.now, afterId, limit: BATCH });
  for (const deliveryId of ids) {
    await ctx.jobs.enqueue(trx, { task: "deliver_event", payload: { merchantId: endpoint.merchantId, deliveryId }, key: deliveryId });
  }
  return { count: ids.length, afterId: ids.length < BATCH ? undefined : ids.at(-1) };
}
