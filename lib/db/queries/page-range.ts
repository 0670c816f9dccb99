import { type Expression, type SqlBool, sql } from "kysely";
import type { Instant } from "#lib/shared/clock.ts";

/** Where a row stands in a list that goes by age. */
export interface AgeCursor {
  created_at: Instant;
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
export function withinRange(table: "trackers" | "events" | "orders" | "event_deliveries", range: PageRange): Expression<SqlBool> {
  const age = sql`(${sql.ref(`${table}.created_at`)}, ${sql.ref(`${table}.id`)})`;
  const createdAt = sql.ref(`${table}.created_at`);
  const conditions = [
    ...(range.before ? [sql<SqlBool>`${age} < (${range.before.created_at}, ${range.before.id})`] : []),
    ...(range.after ? [sql<SqlBool>`${age} > (${range.after.created_at}, ${range.after.id})`] : []),
    ...(range.createdFrom ? [sql<SqlBool>`${createdAt} >= ${range.createdFrom}`] : []),
    ...(range.createdUntil ? [sql<SqlBool>`${createdAt} < ${range.createdUntil}`] : []),
  ];
  return conditions.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}
