import type { Page, PageRequest } from "#lib/shared/page.ts";
import type { AgeCursor, PageRange } from "./page-range.ts";

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
