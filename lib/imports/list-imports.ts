import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findImportCursor, listImportRows } from "#lib/db/queries/imports.ts";
import { readPage } from "#lib/db/queries/read-page.ts";
import type { ImportId } from "#lib/shared/ids.ts";
import { mapPage, type Page, type PageRequest } from "#lib/shared/page.ts";
import { buildImportRecord, type ImportRecord } from "./import-record.ts";

/** The caller's files of parcels, newest first. */
export async function listImports(
  { db }: { db: Database },
  { caller, page }: { caller: Books; page: PageRequest },
): Promise<Page<ImportRecord>> {
  const found = await readPage(page, {
    findCursor: (id) => findImportCursor(db.kysely, caller, id as ImportId),
    listRows: (range) => listImportRows(db.kysely, caller, range),
  });
  return mapPage(found, (rows) => rows.map(buildImportRecord).filter((record) => record !== null));
}
