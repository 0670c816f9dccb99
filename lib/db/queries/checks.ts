import { sql } from "kysely";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, SourceId, TrackerId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { TrackersTable } from "../schema.ts";
import type { Books } from "./books.ts";
import type { SourceRef } from "./polled-sources.ts";

export interface TrackerRef {
  id: TrackerId;
  merchantId: MerchantId;
}

const CHECK_COLUMNS = [
  "id",
  "merchant_id",
  "mode",
  "carrier",
  "tracking_number",
  "status",
  "is_final",
  "is_watched",
  "deleted_at",
  "source_id",
  "created_at",
  "updated_at",
  "next_check_at",
  "asked_at",
  "check_failures",
  "headers",
] as const;

/** What must be known of a tracker to ask for news of it. */
export type TrackerToCheck = Pick<TrackersTable, (typeof CHECK_COLUMNS)[number]>;

/** The id may be anything that somebody typed. */
export async function findTrackerToCheck(
  db: Queryable,
  tracker: { id: string; merchantId: MerchantId },
): Promise<TrackerToCheck | undefined> {
  return db
    .selectFrom("trackers")
    .select(CHECK_COLUMNS)
    .where("id", "=", storableText(tracker.id) as TrackerId)
    .where("merchant_id", "=", tracker.merchantId)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
}

/**
 * Sources with trackers that are due, and no reason to leave them alone. One look into the index per source, at its earliest turn:
 * asked with `exists`, PostgreSQL goes through all that are due.
 */
export async function listDueSources(db: Queryable, now: Instant): Promise<SourceRef[]> {
  const rows = await db
    .selectFrom("sources")
    .select(["sources.id", "sources.merchant_id"])
    .where("sources.is_polled", "=", 1)
    .where("sources.disabled_at", "is", null)
    .where((eb) => eb.or([eb("sources.paused_until", "is", null), eb("sources.paused_until", "<=", now)]))
    .where((eb) => {
      const earliestTurn = eb
        .selectFrom("trackers")
        .select("next_check_at")
        .whereRef("trackers.source_id", "=", "sources.id")
        .where("next_check_at", "is not", null)
        .orderBy("next_check_at")
        .limit(1);
      return eb(earliestTurn, "<=", now);
    })
    .execute();
  return rows.map((row) => ({ id: row.id, merchantId: row.merchant_id }));
}

/**
 * Takes trackers of a source that are due, the longest due first: until `leaseUntil` nobody else takes them. Those that somebody is
 * just changing are left for the next round: whoever holds several must not be waited for in a ring.
 */
export async function claimDueTrackers(
  trx: Queryable,
  source: SourceRef,
  claim: { now: Instant; leaseUntil: Instant; limit: number },
): Promise<{ id: TrackerId }[]> {
  return trx
    .updateTable("trackers")
    .set({ next_check_at: claim.leaseUntil })
    .where("id", "in", (eb) =>
      eb
        .selectFrom("trackers")
        .select("id")
        .where("source_id", "=", source.id)
        .where("merchant_id", "=", source.merchantId)
        .where("next_check_at", "<=", claim.now)
        .orderBy("next_check_at")
        .limit(claim.limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning("id")
    .execute();
}

/** Trackers under way that have this source, or none, and somebody wants to hear of; by id, locked until the transaction ends. */
export async function listTrackersToAssign(
  trx: Queryable,
  books: Books,
  batch: { sourceId: SourceId | null; afterId: string; limit: number },
): Promise<Pick<TrackersTable, "id" | "carrier">[]> {
  return (
    trx
      .selectFrom("trackers")
      .select(["id", "carrier"])
      .where("merchant_id", "=", books.merchantId)
      .where("mode", "=", books.mode)
      .where("source_id", batch.sourceId === null ? "is" : "=", batch.sourceId)
      .where("deleted_at", "is", null)
      // Written out, or SQLite would not know that its partial index is meant.
      .where("is_final", "=", sql.lit(0))
      .where("is_watched", "=", sql.lit(1))
      .where("id", ">", batch.afterId as TrackerId)
      .orderBy("id")
      .limit(batch.limit)
      .forUpdate()
      .execute()
  );
}

/** Moves a tracker's turn, unless it has another source by now. */
export async function recordCheck(
  db: Queryable,
  tracker: TrackerRef & { sourceId: SourceId },
  changes: Partial<Pick<TrackersTable, "asked_at" | "checked_at" | "check_failures" | "next_check_at">>,
): Promise<void> {
  await db
    .updateTable("trackers")
    .set(changes)
    .where("id", "=", tracker.id)
    .where("merchant_id", "=", tracker.merchantId)
    .where("source_id", "=", tracker.sourceId)
    .execute();
}
