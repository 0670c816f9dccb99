import type { ApiAnswer, ApiCall } from "#app/_server/api/dialect.ts";
import { formatInstant } from "#lib/shared/clock.ts";
import type { Page, PageRequest } from "#lib/shared/page.ts";
import { invalidInput } from "./problem-answer.ts";

interface PageQuery {
  limit: number;
  before?: string | undefined;
  after?: string | undefined;
  created_from?: string | undefined;
  created_until?: string | undefined;
}

export function readPageQuery({ limit, before, after, created_from, created_until }: PageQuery): PageRequest {
  return {
    limit,
    ...(before !== undefined && { beforeId: before }),
    ...(after !== undefined && { afterId: after }),
    ...(created_from !== undefined && { createdFrom: formatInstant(Date.parse(created_from)) }),
    ...(created_until !== undefined && { createdUntil: formatInstant(Date.parse(created_until)) }),
  };
}

export function answerPage<Row>(call: ApiCall, query: PageQuery, page: Page<Row>, build: (row: Row) => unknown): ApiAnswer {
  if (page.kind === "page") return { status: 200, body: { data: page.rows.map(build), has_more: page.hasMore } };
  const asked = (["before", "after"] as const).filter((name) => query[name] !== undefined);
  return invalidInput(
    call,
    asked.map((path) => ({ path, message: "must be an id out of this list" })),
  );
}
