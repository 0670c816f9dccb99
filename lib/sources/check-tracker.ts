import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { findTrackerToCheck, recordCheck, type TrackerToCheck } from "#lib/db/queries/checks.ts";
import { insertNotice } from "#lib/db/queries/notices.ts";
import { findPolledSource } from "#lib/db/queries/polled-sources.ts";
import type { SourcesTable } from "#lib/db/schema.ts";
import type { JobQueue, TaskPayloads } from "#lib/jobs/job-queue.ts";
import { digestBody } from "#lib/payloads/delivery-key.ts";
import { encodeBody } from "#lib/payloads/payload-body.ts";
import { queuePayload } from "#lib/payloads/queue-payload.ts";
import type { ClientAnswer } from "#lib/providers/provider.ts";
import { type Clock, compareInstants, epochMsOf, type Instant, MINUTE_MS } from "#lib/shared/clock.ts";
import { newId, type RandomBytes } from "#lib/shared/ids.ts";
import { type AskContext, askSource } from "./ask-source.ts";
import { nextCheckAfterFailure, nextCheckAt } from "./check-schedule.ts";
import { type Circuit, isPaused } from "./circuit.ts";
import { recordSourceAnswer } from "./record-source-answer.ts";
import { watchTracker } from "./watch-tracker.ts";

/** A job may run twice; nobody is asked twice for it. */
const JUST_ASKED_MS = MINUTE_MS;

export interface CheckContext extends AskContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

/**
 * Asks a tracker's source for news, unless the source is to be left alone. What it answers is stored raw and read like a webhook;
 * an answer that was there before, byte by byte, is not stored again. Whatever happens, the tracker's next turn is known.
 */
export async function checkTracker(ctx: CheckContext, payload: TaskPayloads["check_tracker"]): Promise<void> {
  const tracker = await findTrackerToCheck(ctx.db.kysely, { id: payload.trackerId, merchantId: payload.merchantId });
  if (!tracker?.source_id || wasJustAsked(tracker, ctx.clock.now())) return;
  const source = await findPolledSource(ctx.db.kysely, { id: tracker.source_id, merchantId: tracker.merchant_id });
  if (!source) return;
  const check: Check = { tracker, source, ref: { id: tracker.id, merchantId: tracker.merchant_id, sourceId: source.id } };
  if (isPaused({ failures: source.failures, pausedUntil: source.paused_until }, ctx.clock.now())) {
    return recordCheck(ctx.db.kysely, check.ref, { next_check_at: source.paused_until });
  }

  const answer = await askSource(ctx, source, tracker);
  const at: Moment = { now: ctx.clock.now(), random: ctx.random, jobs: ctx.jobs };
  await ctx.db.kysely.transaction().execute(async (trx) => {
    const circuit = await recordSourceAnswer(trx, at, { source, answer });
    await recordAnswer(trx, at, { ...check, answer, circuit });
  });
}

interface Check {
  tracker: TrackerToCheck;
  source: SourcesTable;
  ref: Parameters<typeof recordCheck>[1];
}

interface Moment {
  now: Instant;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

function wasJustAsked({ asked_at: askedAt }: TrackerToCheck, now: Instant): boolean {
  // A clock that was set back says nothing.
  const agoMs = askedAt === null ? Number.POSITIVE_INFINITY : epochMsOf(now) - epochMsOf(askedAt);
  return agoMs >= 0 && agoMs < JUST_ASKED_MS;
}

async function recordAnswer(trx: Queryable, at: Moment, check: Check & { answer: ClientAnswer; circuit: Circuit }): Promise<void> {
  const { tracker, ref, answer, circuit } = check;
  const { now, random } = at;
  switch (answer.kind) {
    case "payload":
      await storeAnswer(trx, at, check, answer.body);
      return recordCheck(trx, ref, heard(tracker, at));
    case "accepted":
    case "not_found":
      return recordCheck(trx, ref, heard(tracker, at));
    case "unsupported":
      return giveSourceUp(trx, at, check, answer.problem);
    case "rate_limited":
    case "unauthorized":
      return recordCheck(trx, ref, { next_check_at: circuit.pausedUntil ?? nextCheckAfterFailure(1, now, random) });
    case "unavailable": {
      const failures = tracker.check_failures + 1;
      const next = later(nextCheckAfterFailure(failures, now, random), circuit.pausedUntil);
      return recordCheck(trx, ref, { asked_at: now, check_failures: failures, next_check_at: next });
    }
  }
}

/** That there is nothing new is an answer, too. */
function heard(tracker: TrackerToCheck, { now, random }: Moment) {
  return { asked_at: now, checked_at: now, check_failures: 0, next_check_at: nextCheckAt(tracker, now, random) };
}

async function storeAnswer(trx: Queryable, at: Moment, { tracker, source }: Check, body: string): Promise<void> {
  const bytes = Buffer.from(body);
  const payload = {
    ...encodeBody(bytes),
    merchant_id: tracker.merchant_id,
    provider: source.provider,
    source_id: source.id,
    mode: tracker.mode,
    tracker_id: tracker.id,
    is_answer: 1 as const,
  };
  await queuePayload(trx, at, { payload, deliveryKey: digestBody(bytes, tracker.mode) });
}

/** The next source that could follow the parcel takes over; the merchant is told once per source. */
async function giveSourceUp(trx: Queryable, at: Moment, { tracker, source, ref }: Check, problem: string): Promise<void> {
  const { merchantId, id: trackerId } = ref;
  const { mode, carrier } = tracker;
  await recordCheck(trx, ref, { asked_at: at.now, checked_at: at.now });
  await watchTracker(trx, at, { merchantId, mode, trackerId, carrier, after: source.id });
  await insertNotice(trx, {
    id: newId("ntc", at.random),
    merchant_id: merchantId,
    mode,
    kind: "source.unsupported",
    subject: source.id,
    message: `The source "${source.slug}" cannot follow every parcel: ${problem} The first was ${trackerId}.`,
    created_at: at.now,
  });
}

function later(one: Instant, other: Instant | null): Instant {
  return other !== null && compareInstants(other, one) > 0 ? other : one;
}
