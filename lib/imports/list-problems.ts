import type { Database } from "#lib/db/engine/database.ts";
import { listRowsOfImport } from "#lib/db/queries/import-rows.ts";
import { findImport } from "#lib/db/queries/imports.ts";
import { type ImportInput, identityOf } from "./import-context.ts";
import { cellsColumn } from "./import-record.ts";

export interface RowProblem {
  /** As a spreadsheet counts, the head of the table being the first. */
  number: number;
  cells: string[];
  problem: string;
}

/** Rows that could not be taken in, in the file's order, those after a row's number. */
export async function listProblems(
  { db }: { db: Database },
  { after, limit, ...input }: ImportInput & { after: number; limit: number },
): Promise<{ rows: RowProblem[]; hasMore: boolean }> {
  const identity = identityOf(input);
  const found = await findImport(db.kysely, identity);
  if (!found) return { rows: [], hasMore: false };
  const rows = await listRowsOfImport(db.kysely, identity, { after, until: found.done_until, limit: limit + 1 });
  return {
    rows: rows.slice(0, limit).map((row) => ({ number: row.row_number, cells: cellsColumn.read(row.cells), problem: row.problem ?? "" })),
    hasMore: rows.length > limit,
  };
}
