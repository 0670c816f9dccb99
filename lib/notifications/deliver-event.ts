import { findEndpointOfMerchant } from "#lib/db/queries/endpoints.ts";
import { countInFlight, countInFlightToFailing, findDelivery, leaseDelivery, updateDelivery } from "#lib/db/queries/event-deliveries.ts";
import type { EndpointsTable, EventDeliveriesTable } from "#lib/db/schema.ts";
import type { JobQueue, TaskPayloads } from "#lib/jobs/job-queue.ts";
import { epochMsOf, type Instant, secondsAfter } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { randomFraction } from "#lib/shared/random-fraction.ts";
import { getEvent } from "#lib/shipments/get-event.ts";
import { recordAttempt } from "./record-attempt.ts";
import { buildEventRequest, type SendContext, sendEvent } from "./send-event.ts";

export interface DeliverContext extends SendContext {
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

/** Beyond the time a receiver may take: to record what it said. */
const LEASE_MARGIN_SECONDS = 10;

/** By how much the queue's clock may be before ours, that a job on time is not put off again and again. */
const CLOCK_SKEW_SECONDS = 2;

/**
 * An endpoint that has failed for a while gets no more than two of our hands at a time, and all of them together no more than
 * sixteen; the others are for those that answer. Who finds no hand comes back the later, the longer it has failed.
 */
const CROWD = { failingSeconds: 10, inFlight: 2, allInFlight: 16, shortestWaitSeconds: 60, longestWaitSeconds: 3600 } as const;

/**
 * Tells one endpoint of one event, once: a job that comes again, or beside another, finds the delivery leased, done or not due.
 * Killed between sending and recording, it is sent again when the lease has ended. For a disabled endpoint nothing is done:
 * enabling it queues what is pending.
 */
export async function deliverEvent(ctx: DeliverContext, job: TaskPayloads["deliver_event"]): Promise<void> {
  const db = ctx.db.kysely;
  const ref = { id: job.deliveryId, merchantId: job.merchantId };
  const delivery = await findDelivery(db, ref);
  if (delivery?.state !== "pending") return;
  const endpoint = await findEndpointOfMerchant(db, { id: delivery.endpoint_id, merchantId: job.merchantId });
  if (!endpoint || endpoint.disabled_at !== null) return;

  const waitUntil = notBefore(delivery, ctx.clock.now()) ?? (await yieldToOthers(ctx, endpoint));
  if (waitUntil !== null) return postpone(ctx, job, waitUntil);

  const event = await getEvent(ctx, { caller: { merchantId: job.merchantId, mode: endpoint.mode }, id: delivery.event_id });
  // Its tracker has been deleted: nobody is to hear of it any more.
  if (event === null) return updateDelivery(db, ref, { state: "cancelled", next_attempt_at: null });

  const request = await buildEventRequest(ctx, endpoint, event);
  const now = ctx.clock.now();
  const lease = {
    now,
    dueBy: secondsAfter(now, CLOCK_SKEW_SECONDS),
    until: secondsAfter(now, Math.ceil(request.timeoutMs / 1000) + LEASE_MARGIN_SECONDS),
  };
  if (!(await leaseDelivery(db, ref, lease))) return postpone(ctx, job, secondsAfter(lease.until, CLOCK_SKEW_SECONDS));
  await recordAttempt(ctx, { ...ref, endpointId: endpoint.id }, await sendEvent(ctx, request));
}

/** When a delivery may be sent, if not now: it waits for its next attempt, or somebody else is at it. */
function notBefore({ next_attempt_at, leased_until }: EventDeliveriesTable, now: Instant): Instant | null {
  const dueBy = secondsAfter(now, CLOCK_SKEW_SECONDS);
  if (next_attempt_at !== null && next_attempt_at > dueBy) return next_attempt_at;
  return leased_until !== null && leased_until > now ? secondsAfter(leased_until, CLOCK_SKEW_SECONDS) : null;
}

async function yieldToOthers(ctx: DeliverContext, endpoint: EndpointsTable): Promise<Instant | null> {
  const now = ctx.clock.now();
  const { failing_since: since } = endpoint;
  if (since === null || secondsAfter(since, CROWD.failingSeconds) > now) return null;
  const db = ctx.db.kysely;
  const own = await countInFlight(db, { id: endpoint.id, merchantId: endpoint.merchant_id }, now);
  const all = await countInFlightToFailing(db, { now, since: secondsAfter(now, -CROWD.failingSeconds) });
  if (own < CROWD.inFlight && all < CROWD.allInFlight) return null;
  const failedSeconds = (epochMsOf(now) - epochMsOf(since)) / 1000;
  const wait = Math.min(CROWD.longestWaitSeconds, Math.max(CROWD.shortestWaitSeconds, failedSeconds / 4));
  return secondsAfter(now, Math.round(wait * (1 + 2 * randomFraction(ctx.random))));
}

function postpone(ctx: DeliverContext, job: TaskPayloads["deliver_event"], runAt: Instant): Promise<void> {
  return ctx.jobs.enqueue(ctx.db.kysely, { task: "deliver_event", payload: job, key: job.deliveryId, runAt });
}
