import type { PayloadId, TrackerId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { Books } from "./books.ts";

/** More than any parcel has; a list of more would be read by nobody. */
const MOST = 200;

/** Everything about one parcel begins with its own row, which says whose it is: from there each table is read by its index of trackers. */
function whereParcel(db: Queryable, { merchantId, mode }: Books, id: string) {
  return db
    .selectFrom("trackers")
    .where("trackers.id", "=", storableText(id) as TrackerId)
    .where("trackers.merchant_id", "=", merchantId)
    .where("trackers.mode", "=", mode)
    .where("trackers.deleted_at", "is", null);
}

export async function findParcelToInspect(db: Queryable, books: Books, id: string) {
  return whereParcel(db, books, id)
    .leftJoin("sources", "sources.id", "trackers.source_id")
    .selectAll("trackers")
    .select(["sources.slug as source_slug", "sources.is_polled", "sources.disabled_at", "sources.paused_until", "sources.last_problem"])
    .executeTakeFirst();
}

/** Whether the number belongs to a later parcel by now, whose page its address shows. */
export async function findLaterEpoch(db: Queryable, books: Books, id: string): Promise<TrackerId | undefined> {
  const later = await whereParcel(db, books, id)
    .innerJoin("trackers as later", (join) =>
      join
        .onRef("later.merchant_id", "=", "trackers.merchant_id")
        .onRef("later.carrier", "=", "trackers.carrier")
        .onRef("later.tracking_number", "=", "trackers.tracking_number")
        .onRef("later.mode", "=", "trackers.mode")
        .onRef("later.epoch", ">", "trackers.epoch"),
    )
    .where("later.deleted_at", "is", null)
    .select("later.id")
    .orderBy("later.epoch", "desc")
    .limit(1)
    .executeTakeFirst();
  return later?.id;
}

/** Scans with when they first came in. */
export async function listScansWithTimes(db: Queryable, books: Books, id: string) {
  return whereParcel(db, books, id)
    .innerJoin("scans", "scans.tracker_id", "trackers.id")
    .select(["scans.scan", "scans.received_at"])
    .execute();
}

const PAYLOAD_COLUMNS = [
  "payloads.id",
  "payloads.provider",
  "payloads.received_at",
  "payloads.outcome",
  "payloads.problem",
  "payloads.is_answer",
] as const;

/** What was received about the parcel alone, newest first, without the bodies. */
export async function listPayloadsAlone(db: Queryable, books: Books, id: string) {
  return whereParcel(db, books, id)
    .innerJoin("payloads", "payloads.tracker_id", "trackers.id")
    .leftJoin("sources", "sources.id", "payloads.source_id")
    .select([...PAYLOAD_COLUMNS, "sources.slug as source_slug"])
    .orderBy("payloads.received_at", "desc")
    .orderBy("payloads.id", "desc")
    .limit(MOST)
    .execute();
}

/** What was received about it and others, newest first, without the bodies. */
export async function listPayloadsShared(db: Queryable, books: Books, id: string) {
  return whereParcel(db, books, id)
    .innerJoin("payload_trackers", "payload_trackers.tracker_id", "trackers.id")
    .innerJoin("payloads", "payloads.id", "payload_trackers.payload_id")
    .leftJoin("sources", "sources.id", "payloads.source_id")
    .select([...PAYLOAD_COLUMNS, "sources.slug as source_slug"])
    .orderBy("payloads.received_at", "desc")
    .orderBy("payloads.id", "desc")
    .limit(MOST)
    .execute();
}

export async function findPayloadOfParcel(db: Queryable, books: Books, { id, payloadId }: { id: string; payloadId: string }) {
  return whereParcel(db, books, id)
    .innerJoin("payloads", (join) => join.on("payloads.id", "=", storableText(payloadId) as PayloadId))
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb("payloads.tracker_id", "=", eb.ref("trackers.id")),
        exists(
          selectFrom("payload_trackers")
            .select("payload_trackers.payload_id")
            .whereRef("payload_trackers.tracker_id", "=", "trackers.id")
            .whereRef("payload_trackers.payload_id", "=", "payloads.id"),
        ),
      ]),
    )
    .select(["payloads.id", "payloads.body", "payloads.body_encoding", "payloads.received_at"])
    .executeTakeFirst();
}

/** What happened to the parcel, newest first. */
export async function listEventsOfParcel(db: Queryable, books: Books, id: string) {
  return whereParcel(db, books, id)
    .innerJoin("events", "events.tracker_id", "trackers.id")
    .select(["events.id", "events.type", "events.created_at", "events.previous", "events.document"])
    .orderBy("events.created_at", "desc")
    .orderBy("events.tracker_version", "desc")
    .orderBy("events.id", "desc")
    .limit(MOST)
    .execute();
}

/** Where those events went or are to go. */
export async function listDeliveriesOfParcel(db: Queryable, books: Books, id: string) {
  return whereParcel(db, books, id)
    .innerJoin("events", "events.tracker_id", "trackers.id")
    .innerJoin("event_deliveries", "event_deliveries.event_id", "events.id")
    .innerJoin("endpoints", "endpoints.id", "event_deliveries.endpoint_id")
    .select([
      "event_deliveries.id",
      "event_deliveries.event_id",
      "event_deliveries.state",
      "event_deliveries.attempts",
      "event_deliveries.delivered_at",
      "event_deliveries.next_attempt_at",
      "endpoints.id as endpoint_id",
      "endpoints.url",
    ])
    .orderBy("endpoints.created_at")
    .orderBy("event_deliveries.id")
    .execute();
}
