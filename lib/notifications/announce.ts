import type { Queryable } from "#lib/db/engine/database.ts";
import { listActiveEndpointIds } from "#lib/db/queries/endpoints.ts";
import { insertDeliveries } from "#lib/db/queries/event-deliveries.ts";
import type { EventsTable } from "#lib/db/schema.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { newId, type RandomBytes } from "#lib/shared/ids.ts";

interface AnnounceContext {
  now: Instant;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

/** Has every enabled endpoint of the event's merchant and mode told of it, once the caller's transaction is committed. */
export async function announce(trx: Queryable, ctx: AnnounceContext, { event }: { event: EventsTable }): Promise<void> {
  const { merchant_id, mode } = event;
  const endpointIds = await listActiveEndpointIds(trx, { merchantId: merchant_id, mode });
  const deliveryIds = await insertDeliveries(
    trx,
    endpointIds.map((endpoint_id) => ({
      id: newId("dlv", ctx.random),
      merchant_id,
      mode,
      endpoint_id,
      event_id: event.id,
      state: "pending",
      attempts: 0,
      created_at: ctx.now,
      next_attempt_at: ctx.now,
      leased_until: null,
      delivered_at: null,
    })),
  );
  for (const deliveryId of deliveryIds) {
    await ctx.jobs.enqueue(trx, { task: "deliver_event", payload: { merchantId: merchant_id, deliveryId }, key: deliveryId });
  }
}
