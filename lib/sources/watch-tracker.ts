import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { isTestNumber } from "#lib/carriers/test-numbers.ts";
import type { Queryable } from "#lib/db/engine/database.ts";
import { headersColumn } from "#lib/db/json-columns.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findTrackerToCheck } from "#lib/db/queries/checks.ts";
import { listPolledSources } from "#lib/db/queries/polled-sources.ts";
import { updateTracker } from "#lib/db/queries/trackers.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { RandomBytes, SourceId, TrackerId } from "#lib/shared/ids.ts";
import type { ProviderName } from "#lib/tracking/snapshot.ts";
import { nextCheckAt } from "./check-schedule.ts";
import { findDueSoon } from "./find-due-soon.ts";
import { rankSources } from "./rank-sources.ts";

export interface WatchContext {
  now: Instant;
  random: RandomBytes;
  jobs: Pick<JobQueue, "enqueue">;
}

export interface WatchInput extends Books {
  trackerId: TrackerId;
  carrier: CarrierSlug;
  /** This source cannot follow the parcel: whoever comes after it is taken. */
  after?: SourceId;
  /** Nobody waits for it: it is asked in its turn, whoever is chosen. */
  inItsTurn?: boolean;
}

/**
 * Chooses the source that is asked for news of a tracker, in the caller's transaction and without asking it yet.
 * One that does not tell of the parcel by itself is asked at once; the others in their turn.
 * `advice` is for the merchant: what stands in the way of news, if anything does.
 */
export async function watchTracker(trx: Queryable, ctx: WatchContext, input: WatchInput): Promise<{ advice: string[] }> {
  const sources = await listPolledSources(trx, input);
  const tracker = { id: input.trackerId, merchantId: input.merchantId };
  const row = await findTrackerToCheck(trx, tracker);
  if (row === undefined || (sources.length === 0 && row.source_id === null)) return { advice: [] };
  // No account knows more of a test number than what it is made for.
  if (input.mode === "test" && isTestNumber(input.carrier, row.tracking_number)) return { advice: [] };

  const ranked = rankSources(sources, { carrier: input.carrier, tellers: tellersOf(row) });
  const chosen = input.after === undefined ? ranked[0] : ranked[1 + ranked.findIndex(({ id }) => id === input.after)];
  if (chosen === undefined) {
    await updateTracker(trx, tracker, { source_id: null, next_check_at: null, check_failures: 0 });
    return { advice: ["None of your polled sources can follow this carrier's parcels: news must come by webhook, or be pushed."] };
  }

  const turnAt = nextCheckAt({ ...row, source_id: chosen.id }, ctx.now, ctx.random);
  const isUrgent = turnAt !== null && !chosen.isTelling && input.inItsTurn !== true;
  const dueAt = isUrgent ? ctx.now : turnAt;
  await updateTracker(trx, tracker, { source_id: chosen.id, next_check_at: dueAt, asked_at: null, check_failures: 0 });
  const source = isUrgent && sources.find(({ id }) => id === chosen.id);
  if (source) await findDueSoon(trx, ctx, source);
  return { advice: chosen.restriction === null ? [] : [chosen.restriction] };
}

function tellersOf(row: Pick<TrackersTable, "headers">): Set<ProviderName> {
  return new Set(headersColumn.read(row.headers).map(({ provider }) => provider));
}
