import type { EventId, MerchantId, TrackerId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { EventsTable } from "../schema.ts";
import type { Books } from "./books.ts";
import { type AgeCursor, type PageRange, withinRange } from "./page-range.ts";

export type EventRow = Awaited<ReturnType<typeof listEventRows>>[number];

export async function insertEvent(db: Queryable, row: EventsTable): Promise<void> {
  await db.insertInto("events").values(row).execute();
}

/** The event with what its tracker has beside the document. */
export async function findEventRow(db: Queryable, books: Books, id: EventId): Promise<EventRow | undefined> {
  return selectEvents(db, books)
    .where("events.id", "=", storableText(id) as EventId)
    .executeTakeFirst();
}

export async function listEventRows(
  db: Queryable,
  books: Books,
  { range, trackerId }: { range: PageRange; trackerId?: TrackerId | undefined },
) {
  let query = selectEvents(db, books).where(withinRange("events", range));
  if (trackerId !== undefined) query = query.where("events.tracker_id", "=", storableText(trackerId) as TrackerId);
  return query
    .orderBy("events.created_at", range.order)
    .orderBy("events.tracker_version", range.order)
    .orderBy("events.id", range.order)
    .limit(range.limit)
    .execute();
}

export async function findEventCursor(db: Queryable, books: Books, id: EventId): Promise<AgeCursor | undefined> {
  return db
    .selectFrom("events")
    .select(["created_at", "tracker_version", "id"])
    .where("id", "=", storableText(id) as EventId)
    .where("merchant_id", "=", books.merchantId)
    .where("mode", "=", books.mode)
    .executeTakeFirst();
}

/** Their deliveries and attempts go with them. */
export async function deleteEventsOf(db: Queryable, tracker: { id: TrackerId; merchantId: MerchantId }): Promise<void> {
  await db.deleteFrom("events").where("tracker_id", "=", tracker.id).where("merchant_id", "=", tracker.merchantId).execute();
}

function selectEvents(db: Queryable, books: Books) {
  return db
    .selectFrom("events")
    .innerJoin("trackers", "trackers.id", "events.tracker_id")
    .where("events.merchant_id", "=", books.merchantId)
    .where("events.mode", "=", books.mode)
    .select([
      "events.id",
      "events.merchant_id",
      "events.mode",
      "events.tracker_id",
      "events.type",
      "events.created_at",
      "events.previous",
      "events.document",
      "trackers.carrier",
      "trackers.tracking_number",
      "trackers.private_key",
      "trackers.created_at as tracker_created_at",
      "trackers.metadata",
      "trackers.is_watched",
    ]);
}
