import type { Database } from "#lib/db/engine/database.ts";
import { findImport } from "#lib/db/queries/imports.ts";
import { type ImportInput, identityOf } from "./import-context.ts";
import { buildImportRecord, type ImportRecord } from "./import-record.ts";

/** Null for another merchant's. */
export async function getImport({ db }: { db: Database }, input: ImportInput): Promise<ImportRecord | null> {
  const row = await findImport(db.kysely, identityOf(input));
  return row ? buildImportRecord(row) : null;
}
