import type { Database } from "#lib/db/engine/database.ts";
import { listRowsOfImport } from "#lib/db/queries/import-rows.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { getImport } from "./get-import.ts";
import { type ImportInput, identityOf } from "./import-context.ts";
import { guessColumns, type ImportColumns } from "./import-fields.ts";
import type { ImportPlan } from "./import-plan.ts";
import type { ImportRecord } from "./import-record.ts";
import { cellsColumn } from "./import-record.ts";
import { guessDateOrder } from "./read-date.ts";
import { type RowReading, readRow } from "./read-row.ts";

/** What somebody has yet to confirm; nobody may have found the column with the numbers. */
export type PlanGuess = Omit<ImportPlan, "columns"> & { columns: ImportColumns };

/** Enough to see what a column is. */
const LOOKED_AT = 50;

export interface Draft {
  import: ImportRecord;
  guess: PlanGuess;
  /** The first rows, as they stand in the file. */
  samples: { number: number; cells: string[] }[];
}

/** A file that waits for its plan; null for what is none of the merchant's. */
export async function loadDraft(ctx: { db: Database }, input: ImportInput): Promise<Draft | null> {
  const record = await getImport(ctx, input);
  if (record?.state !== "draft") return null;
  const rows = await listRowsOfImport(ctx.db.kysely, identityOf(input), { after: 0, limit: LOOKED_AT });
  const samples = rows.map((row) => ({ number: row.row_number, cells: cellsColumn.read(row.cells) }));
  const cells = samples.map((sample) => sample.cells);
  const columns = guessColumns(record.headers, cells);
  const dates = columns.orderedAt === null ? [] : cells.map((row) => row[columns.orderedAt ?? 0] ?? "");
  return { import: record, guess: { columns, carrier: null, dateOrder: guessDateOrder(dates) }, samples };
}

/** How the first rows would be read by a plan. */
export function previewRows(
  { import: { headers, mode }, samples }: Pick<Draft, "samples"> & { import: { headers: readonly string[]; mode: Mode } },
  plan: ImportPlan,
): ({ number: number } & RowReading)[] {
  return samples.map(({ number, cells }) => ({ number, ...readRow(cells, { plan, width: headers.length, mode }) }));
}
