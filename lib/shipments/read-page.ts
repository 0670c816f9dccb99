import type { AgeCursor, PageRange } from "#lib/db/queries/page-range.ts";
import type { Page, PageRequest } from "./tracker-record.ts";

interface List<Row> {
  /** Where a row of the caller's stands; undefined for an id that is no row of theirs. */
  findCursor(id: string): Promise<AgeCursor | undefined>;
  listRows(range: PageRange): Promise<Row[]>;
}

/** One page, newest first. With `afterId` alone it is the page right before that row, and `hasMore` tells of newer ones. */
export async function readPage<Row>(request: PageRequest, { findCursor, listRows }: List<Row>): Promise<Page<Row>> {
  const { limit, beforeId, afterId, createdFrom = null, createdUntil = null } = request;
  const before = beforeId === undefined ? null : await findCursor(beforeId);
  const after = afterId === undefined ? null : await findCursor(afterId);
  if (before === undefined || after === undefined) return { kind: "cursor_unknown" };

  const order = after !== null && before === null ? "asc" : "desc";
  const found = await listRows({ before, after, createdFrom, createdUntil, order, limit: limit + 1 });
  const rows = found.slice(0, limit);
  return { kind: "page", rows: order === "asc" ? rows.reverse() : rows, hasMore: found.length > limit };
}

export async function mapPage<Row, Out>(page: Page<Row>, map: (rows: Row[]) => Out[] | Promise<Out[]>): Promise<Page<Out>> {
  return page.kind === "page" ? { ...page, rows: await map(page.rows) } : page;
}
