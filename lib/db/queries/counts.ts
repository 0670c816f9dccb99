import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import type { Queryable } from "../engine/database.ts";
import type { CountsTable, PayloadOutcome } from "../schema.ts";
import type { Books } from "./books.ts";

/** What is counted: how many parcels there are of each status, and how much happened each day. */
export type Metric =
  | "status"
  | "registered"
  | "delivered"
  | `in.${PayloadOutcome}`
  | "out.waiting"
  | "out.retrying"
  | "out.failed"
  | "out.at_once"
  | "out.later";

/** Rows to count, in the order of an index that holds all there is to know of them. */
export interface Series {
  table: "trackers" | "payloads" | "event_deliveries";
  where: RawBuilder<SqlBool>;
  /** The index's columns after those that `where` fixes. */
  along: readonly [string, ...string[]];
  metric: RawBuilder<string>;
  key: RawBuilder<string>;
}

/** Where a walk along a series stands. */
export type Place = readonly string[];

type SeriesOf = (books: Books, since: CalendarDay) => Series;

const inBooks = ({ merchantId, mode }: Books) => sql<SqlBool>`merchant_id = ${merchantId} and mode = ${mode}`;
const dayOf = (column: string) => sql<string>`substr(${sql.ref(column)}, 1, 10)`;
const metric = (name: Metric) => sql<string>`cast(${sql.lit(name)} as text)`;

/** In both modes: until it has been read, nobody knows which one a payload is of. */
const payloads =
  (outcome: PayloadOutcome): SeriesOf =>
  ({ merchantId }, since) => ({
    table: "payloads",
    where: sql`merchant_id = ${merchantId} and outcome = ${outcome} and received_at >= ${since}`,
    along: ["received_at"],
    metric: metric(`in.${outcome}`),
    key: dayOf("received_at"),
  });

const openDeliveries =
  (state: "pending" | "failed", name: RawBuilder<string>): SeriesOf =>
  (books, since) => ({
    table: "event_deliveries",
    where: sql`${inBooks(books)} and state = ${state} and state <> 'delivered' and created_at >= ${since}`,
    along: ["created_at", "id"],
    metric: name,
    key: dayOf("created_at"),
  });

export const SERIES = {
  status: (books) => ({
    table: "trackers",
    where: sql`${inBooks(books)} and deleted_at is null`,
    along: ["status", "created_at", "id"],
    metric: metric("status"),
    key: sql`status`,
  }),
  /** Deleted ones, too: they were registered that day. */
  registered: (books, since) => ({
    table: "trackers",
    where: sql`${inBooks(books)} and created_at >= ${since}`,
    along: ["created_at", "id"],
    metric: metric("registered"),
    key: dayOf("created_at"),
  }),
  delivered: (books, since) => ({
    table: "trackers",
    where: sql`${inBooks(books)} and delivered_on is not null and delivered_on >= ${since}`,
    along: ["delivered_on", "id"],
    metric: metric("delivered"),
    key: sql`delivered_on`,
  }),
  received: payloads("received"),
  invalid: payloads("invalid"),
  ingested: payloads("ingested"),
  ignored: payloads("ignored"),
  pending: openDeliveries("pending", sql`case when attempts = 0 then 'out.waiting' else 'out.retrying' end`),
  failed: openDeliveries("failed", metric("out.failed")),
  /** A replay begins to count attempts anew; their records do not. */
  accepted: (books, since) => ({
    table: "event_deliveries",
    where: sql`${inBooks(books)} and state = 'delivered' and created_at >= ${since}`,
    along: ["created_at", "id"],
    metric: sql`
      case when attempts <= 1 and not exists (
        select 1 from delivery_attempts where delivery_attempts.delivery_id = event_deliveries.id and delivery_attempts.attempt > 1
      ) then 'out.at_once' else 'out.later' end`,
    key: dayOf("created_at"),
  }),
} as const satisfies Record<string, SeriesOf>;

/** Where the next so many rows after a place end; undefined where there are fewer. */
export async function findChunkEnd(db: Queryable, series: Series, after: Place | null, size: number): Promise<Place | undefined> {
  const columns = sql.join(series.along.map((column) => sql.ref(column)));
  const { rows } = await sql<Record<string, string>>`
    select ${columns} from ${sql.table(series.table)} where ${series.where} and ${isAfter(series, after)}
    order by ${columns} limit 1 offset ${size - 1}`.execute(db);
  return rows[0] && series.along.map((column) => String(rows[0]?.[column]));
}

export interface CountRow {
  metric: Metric;
  key: string;
  count: number;
}

/** Counts the rows after one place, up to another and with it. */
export async function countChunk(db: Queryable, series: Series, after: Place | null, until: Place | undefined): Promise<CountRow[]> {
  const isBeforeEnd = until === undefined ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${placeOf(series)} <= (${sql.join(until)})`;
  const { rows } = await sql<Omit<CountRow, "count"> & { count: number | string }>`
    select ${series.metric} as metric, ${series.key} as key, count(*) as count
    from ${sql.table(series.table)} where ${series.where} and ${isAfter(series, after)} and ${isBeforeEnd}
    group by 1, 2`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

const placeOf = ({ along }: Series) => sql`(${sql.join(along.map((column) => sql.ref(column)))})`;

function isAfter(series: Series, after: Place | null): RawBuilder<SqlBool> {
  return after === null ? sql`1 = 1` : sql`${placeOf(series)} > (${sql.join(after)})`;
}

export async function listCountRows(db: Queryable, books: Books): Promise<Pick<CountsTable, "metric" | "key" | "count" | "counted_at">[]> {
  return db
    .selectFrom("counts")
    .select(["metric", "key", "count", "counted_at"])
    .where("merchant_id", "=", books.merchantId)
    .where("mode", "=", books.mode)
    .execute();
}

/** Puts these in the place of all there were; call it inside a transaction. */
export async function replaceCountRows(
  trx: Queryable,
  { merchantId, mode }: Books,
  counts: { rows: readonly CountRow[]; countedAt: CountsTable["counted_at"] },
): Promise<void> {
  await trx.deleteFrom("counts").where("merchant_id", "=", merchantId).where("mode", "=", mode).execute();
  const rows = counts.rows.map((row) => ({ ...row, merchant_id: merchantId, mode, counted_at: counts.countedAt }));
  if (rows.length > 0) await trx.insertInto("counts").values(rows).execute();
}
