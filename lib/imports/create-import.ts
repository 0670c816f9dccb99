import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Books } from "#lib/db/queries/books.ts";
import { insertImportRows } from "#lib/db/queries/import-rows.ts";
import { insertImport, updateImport } from "#lib/db/queries/imports.ts";
import { type ImportId, newId, type UserId } from "#lib/shared/ids.ts";
import { decodeText } from "./decode-text.ts";
import { discardImport } from "./discard-import.ts";
import type { ImportContext } from "./import-context.ts";
import { isHeadless } from "./import-fields.ts";
import { cellsColumn, headersColumn } from "./import-record.ts";
import { type CsvRow, readCsv } from "./read-csv.ts";

export const MAX_IMPORT_BYTES = 20 * 1024 * 1024;
const MOST_COLUMNS = 200;
const ROWS_AT_ONCE = 500;
const LONGEST_NAME = 200;

export type CreateImportOutcome =
  | { kind: "created"; id: ImportId }
  /** `problem` is for the person who chose the file. */
  | { kind: "unreadable"; problem: string };

/** Keeps the rows of a file; nothing comes of them before somebody has said which column is what. */
export async function createImport(
  ctx: ImportContext,
  { caller, userId, fileName, bytes }: { caller: Books; userId: UserId | null; fileName: string; bytes: Uint8Array },
): Promise<CreateImportOutcome> {
  const file = decodeText(bytes);
  if (file.kind === "no_text") return { kind: "unreadable", problem: file.problem };
  const id = newId("imp", ctx.random);
  const now = ctx.clock.now();
  const blank = { plan: null, done_until: 0, created_count: 0, existing_count: 0, failed_count: 0, started_at: null, ended_at: null };
  const name = fileName.slice(0, LONGEST_NAME) || "parcels.csv";
  await insertImport(ctx.db.kysely, {
    ...blank,
    id,
    merchant_id: caller.merchantId,
    mode: caller.mode,
    file_name: name,
    state: "reading",
    headers: headersColumn.write([]),
    row_count: 0,
    created_at: now,
    created_by: userId,
    updated_at: now,
  });
  const identity = { id, merchantId: caller.merchantId };
  const kept = await keepRows(ctx, id, file.parts());
  if (kept.kind === "unreadable") {
    await discardImport(ctx, identity);
    return kept;
  }
  const changes = { headers: headersColumn.write(kept.headers), row_count: kept.count, state: "draft" } as const;
  await updateImport(ctx.db.kysely, identity, { from: ["reading"], ...changes });
  return { kind: "created", id };
}

type Kept = { kind: "kept"; headers: string[]; count: number } | { kind: "unreadable"; problem: string };

/** Stores rows while they are read, a few at a time, so that pages are served meanwhile. */
async function keepRows(ctx: ImportContext, id: ImportId, parts: Iterable<string>): Promise<Kept> {
  let head: Head | null = null;
  let count = 0;
  for (const part of readCsv(parts)) {
    if (part.kind === "broken") return { kind: "unreadable", problem: part.problem };
    const begun: Head | null = head === null ? readHead(part.rows) : null;
    const rows = begun?.rows ?? part.rows;
    head ??= begun;
    if (head !== null && head.headers.length > MOST_COLUMNS) return { kind: "unreadable", problem: tooWide(head.headers.length) };
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const some = rows.slice(start, start + ROWS_AT_ONCE).map((row) => toRow(id, row));
      await insertImportRows(ctx.db.kysely, some);
      await nextTurnOfTheLoop();
    }
    count += rows.length;
  }
  if (head === null) return { kind: "unreadable", problem: "The file is empty." };
  if (count === 0) return { kind: "unreadable", problem: "The table has a head, but no rows below it." };
  return { kind: "kept", headers: head.headers, count };
}

const tooWide = (columns: number) => `The table has ${columns} columns. Keep those that tell of parcels, at most ${MOST_COLUMNS}.`;

interface Head {
  headers: string[];
  /** Those that follow it. */
  rows: readonly CsvRow[];
}

/** What the columns are called, and the rows that follow; a table without a head has letters, as spreadsheets do. */
function readHead(rows: readonly CsvRow[]): Head | null {
  const [first, ...others] = rows;
  if (first === undefined) return null;
  const cells = first.cells.slice(0, first.cells.findLastIndex((cell) => cell.trim() !== "") + 1);
  if (isHeadless(cells)) return { headers: cells.map((_, index) => `Column ${letterOf(index)}`), rows };
  return { headers: cells.map((cell, index) => cell.trim().slice(0, LONGEST_NAME) || `Column ${letterOf(index)}`), rows: others };
}

const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

/** A cell beyond the head's columns is kept as a sign that something is wrong. */
const toRow = (id: ImportId, { number, cells }: CsvRow) => ({
  import_id: id,
  row_number: number,
  cells: cellsColumn.write(cells.slice(0, MOST_COLUMNS + 1)),
  problem: null,
});
