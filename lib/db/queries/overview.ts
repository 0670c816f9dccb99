import { type Expression, type SqlBool, sql } from "kysely";
import type { Instant } from "#lib/shared/clock.ts";
import type { EndpointId, MerchantId, PayloadId, SourceId, TrackerId } from "#lib/shared/ids.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { Books } from "./books.ts";

/** Where a parcel stands among those that wait as it does, the longest waiting first. */
export interface WaitCursor {
  since: Instant;
  id: string;
}

export interface WaitRange {
  after: WaitCursor | null;
  /** Who has waited longer is past helping. */
  from: Instant;
  /** Who has waited less may go on waiting; exclusive. */
  until: Instant;
  limit: number;
}

const COLUMNS = [
  "trackers.id",
  "trackers.carrier",
  "trackers.tracking_number",
  "trackers.status",
  "trackers.substatus",
  "orders.external_id as order_number",
] as const;

/** Why a parcel is on the list: somebody must act, or nobody has heard of it. */
export type Wait = { kind: "urgent"; urgency: number } | { kind: "silent" };

const SINCE = { urgent: "trackers.urgent_since", silent: "trackers.updated_at" } as const;

/** Parcels that wait so, the longest waiting first. */
export async function listWaitingRows(db: Queryable, books: Books, { wait, range }: { wait: Wait; range: WaitRange }) {
  const since = SINCE[wait.kind];
  return whereWaiting(db, books, { wait, range })
    .leftJoin("orders", "orders.id", "trackers.order_id")
    .select(COLUMNS)
    .select((eb) => eb.ref(since).$notNull().as("since"))
    .orderBy(since)
    .orderBy("trackers.id")
    .limit(range.limit)
    .execute();
}

/** How many wait so; counts no further than the range's limit. */
export async function countWaiting(db: Queryable, books: Books, { wait, range }: { wait: Wait; range: WaitRange }): Promise<number> {
  const { count } = await db
    .selectFrom(whereWaiting(db, books, { wait, range }).select("trackers.id").limit(range.limit).as("waiting"))
    .select((eb) => eb.fn.countAll<number | string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** In the words of the partial indices, so that the engines see that these will do. */
function whereWaiting(db: Queryable, books: Books, { wait, range }: { wait: Wait; range: WaitRange }) {
  const open = db
    .selectFrom("trackers")
    .where("trackers.merchant_id", "=", books.merchantId)
    .where("trackers.mode", "=", books.mode)
    .where("trackers.settled_at", "is", null)
    .where("trackers.is_watched", "=", sql.lit(1))
    .where("trackers.deleted_at", "is", null)
    .where(isWithin(SINCE[wait.kind], range));
  return wait.kind === "urgent"
    ? open.where("trackers.urgency", ">", sql.lit(0)).where("trackers.urgency", "=", wait.urgency)
    : open.where("trackers.urgency", "=", sql.lit(0)).where("trackers.is_final", "=", sql.lit(0));
}

function isWithin(column: (typeof SINCE)[Wait["kind"]], { after, from, until }: WaitRange): Expression<SqlBool> {
  const since = sql.ref(column);
  const isNext = after === null ? sql`1 = 1` : sql`(${since}, ${sql.ref("trackers.id")}) > (${after.since}, ${after.id})`;
  return sql<SqlBool>`(${since} >= ${from} and ${since} < ${until} and ${isNext})`;
}

/** Puts a parcel aside until there is news of it, or back; answers whether it is there. */
export async function settleTracker(db: Queryable, books: Books, tracker: { id: string; settledAt: Instant | null }): Promise<boolean> {
  const settled = await db
    .updateTable("trackers")
    .set({ settled_at: tracker.settledAt })
    .where("id", "=", storableText(tracker.id) as TrackerId)
    .where("merchant_id", "=", books.merchantId)
    .where("mode", "=", books.mode)
    .where("deleted_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return settled !== undefined;
}

/** How many deliveries made since then are in this state, by endpoint; counts no further than `atMost` in all. */
export async function countOpenDeliveries(
  db: Queryable,
  books: Books,
  { state, since, atMost }: { state: "pending" | "failed"; since: Instant; atMost: number },
): Promise<Map<EndpointId, number>> {
  const open = db
    .selectFrom("event_deliveries")
    .select("endpoint_id")
    .where("merchant_id", "=", books.merchantId)
    .where("mode", "=", books.mode)
    .where("state", "=", state)
    // Written out, or the engines would not see that the index of the few will do.
    .where("state", "<>", sql.lit("delivered"))
    .where("created_at", ">=", since)
    .orderBy("created_at")
    .orderBy("id")
    .limit(atMost);
  const rows = await db
    .selectFrom(open.as("open"))
    .groupBy("endpoint_id")
    .select(["endpoint_id", (eb) => eb.fn.countAll<number | string>().as("count")])
    .execute();
  return new Map(rows.map(({ endpoint_id, count }) => [endpoint_id, Number(count)]));
}

/** Payloads that nobody could read, or not all of it; without the bodies. Those of no mode are in both books. */
export async function listUnreadPayloads(db: Queryable, books: Books, limit: number): Promise<{ id: PayloadId }[]> {
  return (
    db
      .selectFrom("payloads")
      .select("id")
      .where("merchant_id", "=", books.merchantId)
      .where("problem", "is not", null)
      // Written out, as above.
      .where("outcome", "<>", sql.lit("ignored"))
      .where((eb) => eb.or([eb("mode", "is", null), eb("mode", "=", books.mode)]))
      .orderBy("id")
      .limit(limit)
      .execute()
  );
}

/** What was refused, by day. */
export async function listRefusalDays(db: Queryable, source: { id: SourceId; merchantId: MerchantId; since: CalendarDay }) {
  const rows = await db
    .selectFrom("source_refusals")
    .innerJoin("sources", "sources.id", "source_refusals.source_id")
    .where("source_refusals.source_id", "=", source.id)
    .where("sources.merchant_id", "=", source.merchantId)
    .where("source_refusals.day", ">=", source.since)
    .select(["source_refusals.day", "source_refusals.reason", "source_refusals.count"])
    .orderBy("source_refusals.day", "desc")
    .orderBy("source_refusals.reason")
    .execute();
  return rows;
}
