import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { SourceId, TrackerId } from "#lib/shared/ids.ts";
import type { ProviderName } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { TrackersTable } from "../schema.ts";
import type { Books } from "./books.ts";

/** What parcels are narrowed down to: all of it holds. */
export interface ParcelFilter {
  status?: Status | undefined;
  carrier?: CarrierSlug | undefined;
  /** Who must act. */
  actor?: "anybody" | "merchant" | "recipient" | undefined;
  /** Whose word the status is; null for parcels that nobody has told anything of. */
  toldBy?: ProviderName | null | undefined;
  /** The source that is asked. */
  sourceId?: SourceId | undefined;
  registeredFrom?: Instant | undefined;
  /** Under way, and without news since then. */
  silentSince?: Instant | undefined;
}

/** Which parcels are gone through, and in which order: each way is one range of one index. */
export type Way =
  /** Newest first. */
  | { by: "age" }
  /** Those under way without news since then, the latest to fall silent first; of them, those whose number begins so. */
  | { by: "silence"; since: Instant; beginning: string | null }
  | { by: "number"; beginning: string }
  /** Those of orders whose number begins so, unless their own number begins so as well. */
  | { by: "order"; beginning: string; unless: string | null }
  /** Those of the orders with this address, newest order first. */
  | { by: "email"; digest: string };

/** Where a parcel stands on a way. */
export interface Mark {
  value: string;
  id: TrackerId;
}

export interface Stretch {
  way: Way;
  filter: ParcelFilter;
  /** Exclusive; null for where one comes in. */
  from: Mark | null;
  isBackwards: boolean;
  /** So many entries of the index are looked at, whether they fit or not. */
  length: number;
  /** So many that fit are enough. */
  limit: number;
}

export interface Walked {
  /** Those that fit, in the order of the walk. */
  found: Mark[];
  /** Where the stretch ended; null where the way did, or enough were found. */
  end: Mark | null;
}

/** Looks through a stretch of a way. What it costs depends on its length alone: not on how many parcels there are, nor on how few fit. */
export async function walkParcels(db: Queryable, books: Books, stretch: Stretch): Promise<Walked> {
  const { filter, way, length, limit } = stretch;
  const tests = testsOf(filter, way);
  const fits = tests.length === 0 ? sql`` : sql`where ${all(tests.map(({ holds }) => holds))}`;
  const columns = [...new Set(tests.flatMap(({ of }) => of))];
  const { rows: found } = await sql<Mark>`
    select value, id from (${selectStretch(books, stretch, columns)} limit ${length}) as stretch ${fits} limit ${limit}`.execute(db);
  if (found.length === limit) return { found, end: null };
  const { rows } = await sql<Mark>`${selectStretch(books, stretch, [])} limit 1 offset ${length - 1}`.execute(db);
  return { found, end: rows[0] ?? null };
}

/** Whether the index of a way has all that the filters ask: else each parcel itself is looked at. */
export function isIndexed({ by }: Way, { silentSince }: ParcelFilter): boolean {
  return by === "silence" || silentSince === undefined;
}

type Condition = RawBuilder<SqlBool>;
type Column = keyof TrackersTable;

/** What each way goes by. */
const VALUES = {
  age: { value: sql`trackers.created_at`, order: "desc" },
  silence: { value: sql`coalesce(trackers.last_news_at, trackers.created_at)`, order: "desc" },
  number: { value: sql`trackers.tracking_number collate "binary"`, order: "asc" },
  order: { value: sql`orders.external_id collate "binary"`, order: "asc" },
  email: { value: sql`orders.created_at`, order: "desc" },
} as const satisfies Record<Way["by"], { value: RawBuilder<unknown>; order: "asc" | "desc" }>;

function selectStretch(books: Books, { way, filter, from, isBackwards }: Stretch, columns: readonly Column[]): RawBuilder<Mark> {
  const { value, order } = VALUES[way.by];
  const isUpwards = (order === "asc") !== isBackwards;
  const direction = sql.raw(isUpwards ? "asc" : "desc");
  const isAboutOrders = way.by === "order" || way.by === "email";
  const table = sql.raw(isAboutOrders ? "orders" : "trackers");
  const conditions = [
    sql<SqlBool>`${table}.merchant_id = ${books.merchantId} and ${table}.mode = ${books.mode} and trackers.deleted_at is null`,
    ...narrowed(way, filter),
    ...rangeOf(way, filter, { from, isUpwards }),
  ];
  return sql<Mark>`
    select ${value} as value, trackers.id${sql.join(
      columns.map((column) => sql`, trackers.${sql.ref(column)}`),
      sql``,
    )}
    from ${isAboutOrders ? sql`orders join trackers on trackers.order_id = orders.id` : sql`trackers`}
    where ${all(conditions)}
    order by ${value} ${direction}, trackers.id ${direction}`;
}

/** What the index itself is narrowed to. Written into the text, so that the engines see that an index of the few will do. */
function narrowed(way: Way, filter: ParcelFilter): Condition[] {
  switch (way.by) {
    case "age":
      return mostTelling(filter);
    case "silence":
      return [sql`trackers.is_final = 0`];
    case "number":
      return [];
    case "order":
      return way.unless === null ? [] : [sql`not (${all(beginningWith(VALUES.number.value, way.unless))})`];
    case "email":
      return [sql`orders.customer_email_digest = ${way.digest}`];
  }
}

/** The filter, of those with an index of their own, that leaves the fewest: nearly all parcels end up delivered. */
function mostTelling({ sourceId, actor, status, carrier }: ParcelFilter): Condition[] {
  if (sourceId !== undefined) return [sql`trackers.source_id = ${sourceId}`];
  if (actor !== undefined) return [sql`trackers.urgency > 0`];
  if (status !== undefined && (status !== "delivered" || carrier === undefined)) return [sql`trackers.status = ${status}`];
  return carrier === undefined ? [] : [sql`trackers.carrier = ${carrier}`];
}

/** One bound to each side: an engine given two would begin at either. */
function rangeOf(way: Way, filter: ParcelFilter, { from, isUpwards }: { from: Mark | null; isUpwards: boolean }): Condition[] {
  const [lower, upper] = boundsOf(way, filter);
  if (from === null) return [...lower, ...upper];
  return isUpwards ? [beyond(way, from, ">"), ...upper] : [...lower, beyond(way, from, "<")];
}

function boundsOf(way: Way, { registeredFrom }: ParcelFilter): [lower: Condition[], upper: Condition[]] {
  switch (way.by) {
    case "age":
      return [registeredFrom === undefined ? [] : [sql`trackers.created_at >= ${registeredFrom}`], []];
    case "silence":
      return [[], [sql`${VALUES.silence.value} < ${way.since}`]];
    case "number":
    case "order": {
      const [lower, upper] = beginningWith(VALUES[way.by].value, way.beginning);
      return [[lower], [upper]];
    }
    case "email":
      return [[], []];
  }
}

/** Many parcels are registered in one second: by age, rows are compared as wholes. Of an expression SQLite would not see the range then. */
function beyond({ by }: Way, from: Mark, sign: "<" | ">"): Condition {
  const { value } = VALUES[by];
  const [at, id, than] = [storableText(from.value), storableText(from.id), sql.raw(sign)];
  return by === "age"
    ? sql`(trackers.created_at, trackers.id) ${than} (${at}, ${id})`
    : sql`${value} ${than}= ${at} and (${value} ${than} ${at} or trackers.id ${than} ${id})`;
}

/** No letter comes after the last of them all. */
function beginningWith(value: RawBuilder<unknown>, beginning: string): [Condition, Condition] {
  const known = storableText(beginning);
  return [sql`${value} >= ${known}`, sql`${value} < ${`${known}\u{10ffff}`}`];
}

/** What is asked of each parcel of a stretch, and the columns that takes. */
interface Test {
  of: readonly Column[];
  holds: Condition;
}

const URGENCY = { merchant: 2, recipient: 1 } as const;

function testsOf(filter: ParcelFilter, way: Way): Test[] {
  const { status, carrier, actor, toldBy, sourceId, registeredFrom, silentSince } = filter;
  const tests: (Test | false)[] = [
    status !== undefined && { of: ["status"], holds: sql`status = ${status}` },
    carrier !== undefined && { of: ["carrier"], holds: sql`carrier = ${carrier}` },
    actor !== undefined && { of: ["urgency"], holds: actor === "anybody" ? sql`urgency > 0` : sql`urgency = ${URGENCY[actor]}` },
    toldBy !== undefined && { of: ["told_by"], holds: toldBy === null ? sql`told_by is null` : sql`told_by = ${toldBy}` },
    sourceId !== undefined && { of: ["source_id"], holds: sql`source_id = ${sourceId}` },
    registeredFrom !== undefined && way.by !== "age" && { of: ["created_at"], holds: sql`created_at >= ${registeredFrom}` },
    way.by === "silence"
      ? way.beginning !== null && {
          of: ["tracking_number"],
          holds: all(beginningWith(sql`tracking_number collate "binary"`, way.beginning)),
        }
      : silentSince !== undefined && {
          of: ["is_final", "last_news_at", "created_at"],
          holds: sql`is_final = 0 and coalesce(last_news_at, created_at) < ${silentSince}`,
        },
  ];
  return tests.filter((test) => test !== false);
}

const all = (conditions: readonly Condition[]): Condition => sql`${sql.join(conditions, sql` and `)}`;
