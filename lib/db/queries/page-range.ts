import { type Expression, type SqlBool, sql } from "kysely";
import type { Instant } from "#lib/shared/clock.ts";

/** What lists go by, first of all a moment. Instants are whole seconds, so that what a second brought to one tracker goes by its version. */
const AGE_COLUMNS = {
  trackers: ["created_at", "id"],
  events: ["created_at", "tracker_version", "id"],
  orders: ["created_at", "id"],
  event_deliveries: ["created_at", "id"],
  imports: ["created_at", "id"],
  messages: ["created_at", "id"],
  payloads: ["received_at", "id"],
  audit_entries: ["at", "id"],
  suppressions: ["created_at", "address_digest"],
} as const;

type AgedTable = keyof typeof AGE_COLUMNS;

/** Where a row stands in a list that goes by age. */
export interface AgeCursor {
  created_at: Instant;
  tracker_version?: number;
  address_digest?: string;
  id: string;
}

/** A stretch of such a list. */
export interface PageRange {
  /** Older than this row. */
  before: AgeCursor | null;
  /** Newer than this row. */
  after: AgeCursor | null;
  createdFrom: Instant | null;
  /** Exclusive. */
  createdUntil: Instant | null;
  /** From which end rows are taken. */
  order: "asc" | "desc";
  limit: number;
}

/** Compares rows of the index by age as wholes: one range of it, whichever the page. */
export function withinRange(table: AgedTable, range: PageRange): Expression<SqlBool> {
  const [moment, ...ties] = AGE_COLUMNS[table];
  const age = sql`(${sql.join([moment, ...ties].map((column) => sql.ref(`${table}.${column}`)))})`;
  const ageOf = (cursor: AgeCursor) => sql`(${sql.join([cursor.created_at, ...ties.map((column) => cursor[column])])})`;
  const createdAt = sql.ref(`${table}.${moment}`);
  const conditions = [
    ...(range.before ? [sql<SqlBool>`${age} < ${ageOf(range.before)}`] : []),
    ...(range.after ? [sql<SqlBool>`${age} > ${ageOf(range.after)}`] : []),
    ...(range.createdFrom ? [sql<SqlBool>`${createdAt} >= ${range.createdFrom}`] : []),
    ...(range.createdUntil ? [sql<SqlBool>`${createdAt} < ${range.createdUntil}`] : []),
  ];
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}
