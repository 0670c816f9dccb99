import type { Database } from "#lib/db/engine/database.ts";
import { getImport } from "./get-import.ts";
import type { ImportInput } from "./import-context.ts";
import { listProblems } from "./list-problems.ts";
import { BYTE_ORDER_MARK, csvLine } from "./write-csv.ts";

const ROWS_AT_ONCE = 500;

/** The rows that could not be taken in, as a file to mend and import again; null for what is none of the merchant's. */
export async function writeProblems(ctx: { db: Database }, input: ImportInput): Promise<AsyncIterable<string> | null> {
  const found = await getImport(ctx, input);
  return found && writeRows(ctx, input, found.headers);
}

async function* writeRows(ctx: { db: Database }, input: ImportInput, headers: readonly string[]): AsyncIterable<string> {
  yield BYTE_ORDER_MARK + csvLine([...headers, "What is wrong"]);
  for (let after = 0, hasMore = true; hasMore; ) {
    const page = await listProblems(ctx, { ...input, after, limit: ROWS_AT_ONCE });
    // Every row is as wide as the head, so that the reason has a column of its own.
    yield page.rows.map(({ cells, problem }) => csvLine([...headers.map((_, index) => cells[index] ?? ""), problem])).join("");
    after = page.rows.at(-1)?.number ?? after;
    hasMore = page.hasMore;
  }
}
