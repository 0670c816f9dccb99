import type { Database } from "#lib/db/engine/database.ts";
import { type DeliveryRef, insertAttempt, lockDelivery, updateDelivery } from "#lib/db/queries/event-deliveries.ts";
import type { EventDeliveriesTable } from "#lib/db/schema.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { nextAttemptAt } from "#lib/jobs/retry-schedule.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import type { EndpointId, RandomBytes } from "#lib/shared/ids.ts";
import { noteAcceptance, noteFailure } from "./endpoint-health.ts";
import type { Verdict } from "./judge-answer.ts";
import type { Attempt } from "./send-event.ts";

interface RecordContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

/** Writes down what became of an attempt, and has the next one made where there is to be one: both or neither. */
export async function recordAttempt(
  ctx: RecordContext,
  { endpointId, ...ref }: DeliveryRef & { endpointId: EndpointId },
  { verdict, ...attempt }: Attempt,
): Promise<void> {
  const now = ctx.clock.now();
  const endpoint = { id: endpointId, merchantId: ref.merchantId };
  await ctx.db.kysely.transaction().execute(async (trx) => {
    // Always the endpoint before its deliveries, or two attempts could wait for each other.
    if (verdict.kind === "accepted") await noteAcceptance(trx, { now }, endpoint);
    else await noteFailure(trx, { now, random: ctx.random }, endpoint, verdict);

    const delivery = await lockDelivery(trx, ref);
    if (!delivery) return;
    await insertAttempt(trx, {
      delivery_id: ref.id,
      attempted_at: attempt.attemptedAt,
      duration_ms: attempt.durationMs,
      http_status: attempt.httpStatus,
      problem: verdict.kind === "accepted" ? null : verdict.problem,
      answer: attempt.answer,
    });
    const next = nextState(delivery, verdict, { now, random: ctx.random });
    await updateDelivery(trx, ref, { attempts: delivery.attempts + 1, leased_until: null, ...next });
    if (next.next_attempt_at === null) return;
    const payload = { merchantId: ref.merchantId, deliveryId: ref.id };
    await ctx.jobs.enqueue(trx, { task: "deliver_event", payload, key: ref.id, runAt: next.next_attempt_at });
  });
}

type NextState = Partial<Pick<EventDeliveriesTable, "state" | "delivered_at">> & { next_attempt_at: Instant | null };

function nextState(delivery: EventDeliveriesTable, verdict: Verdict, { now, random }: { now: Instant; random: RandomBytes }): NextState {
  if (verdict.kind === "accepted") return { state: "delivered", delivered_at: now, next_attempt_at: null };
  // Somebody else delivered it meanwhile.
  if (delivery.state === "delivered") return { next_attempt_at: null };
  if (verdict.kind === "gone") return { state: "failed", next_attempt_at: null };
  if (delivery.state !== "pending") return { next_attempt_at: null };
  const { retryAfterMs } = verdict;
  const retryAt = nextAttemptAt({ now, attempts: delivery.attempts + 1, retryAfterMs }, random);
  return retryAt === null ? { state: "failed", next_attempt_at: null } : { next_attempt_at: retryAt };
}
