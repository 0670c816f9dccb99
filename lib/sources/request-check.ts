import type { Database, Queryable } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findTrackerToCheck, recordCheck, type TrackerToCheck } from "#lib/db/queries/checks.ts";
import { findPolledSource } from "#lib/db/queries/polled-sources.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { type Clock, epochMsOf, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { findDueSoon } from "./find-due-soon.ts";
import { watchTracker } from "./watch-tracker.ts";

const PATIENCE_MS = 5 * MINUTE_MS;

export interface RequestCheckContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

export type RequestCheckOutcome =
  | { kind: "queued" }
  /** It was asked less than five minutes ago, or its source has to be left alone. */
  | { kind: "too_soon"; retryAfterSeconds: number }
  /** Nobody can be asked about this parcel. */
  | { kind: "no_source" }
  | { kind: "not_found" };

/** Brings a tracker's next check forward to now. One without a source gets one, if there is one by now. */
export async function requestCheck(ctx: RequestCheckContext, { caller, id }: { caller: Books; id: string }): Promise<RequestCheckOutcome> {
  return ctx.db.kysely.transaction().execute(async (trx) => {
    const tracker = await findTrackerToCheck(trx, { id, merchantId: caller.merchantId });
    if (tracker === undefined || tracker.mode !== caller.mode) return { kind: "not_found" };
    return tracker.source_id === null ? findSource(trx, ctx, tracker) : hurry(trx, ctx, tracker);
  });
}

async function findSource(trx: Queryable, ctx: RequestCheckContext, tracker: TrackerToCheck): Promise<RequestCheckOutcome> {
  const { id: trackerId, merchant_id: merchantId, mode, carrier } = tracker;
  await watchTracker(trx, { ...ctx, now: ctx.clock.now() }, { merchantId, mode, trackerId, carrier });
  const watched = await findTrackerToCheck(trx, { id: trackerId, merchantId });
  return watched?.source_id ? hurry(trx, ctx, watched) : { kind: "no_source" };
}

async function hurry(trx: Queryable, ctx: RequestCheckContext, tracker: TrackerToCheck): Promise<RequestCheckOutcome> {
  const { id, merchant_id: merchantId, source_id: sourceId, asked_at: askedAt } = tracker;
  const source = sourceId && (await findPolledSource(trx, { id: sourceId, merchantId }));
  if (!source) return { kind: "no_source" };

  const now = ctx.clock.now();
  const waitMs = Math.max(msUntil(source.paused_until, now), askedAt === null ? 0 : PATIENCE_MS - (epochMsOf(now) - epochMsOf(askedAt)));
  if (waitMs > 0) return { kind: "too_soon", retryAfterSeconds: Math.ceil(waitMs / 1000) };
  await recordCheck(trx, { id, merchantId, sourceId: source.id }, { next_check_at: now });
  await findDueSoon(trx, { jobs: ctx.jobs, now }, source);
  return { kind: "queued" };
}

const msUntil = (instant: Instant | null, now: Instant) => (instant === null ? 0 : epochMsOf(instant) - epochMsOf(now));
