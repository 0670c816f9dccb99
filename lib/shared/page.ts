import type { Instant } from "./clock.ts";

/** A page of a list that goes newest first. Ids are exclusive. */
export interface PageRequest {
  limit: number;
  /** Older than this one. */
  beforeId?: string;
  /** Newer than this one. */
  afterId?: string;
  createdFrom?: Instant;
  createdUntil?: Instant;
}

export type Page<Row> = { kind: "page"; rows: Row[]; hasMore: boolean } | { kind: "cursor_unknown" };

export async function mapPage<Row, Out>(page: Page<Row>, map: (rows: Row[]) => Out[] | Promise<Out[]>): Promise<Page<Out>> {
  return page.kind === "page" ? { ...page, rows: await map(page.rows) } : page;
}
