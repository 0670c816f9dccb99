import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Database } from "#lib/db/engine/database.ts";
import { deleteRowsOfImport, listRowsOfImport } from "#lib/db/queries/import-rows.ts";
import { deleteImport } from "#lib/db/queries/imports.ts";
import type { ImportId, MerchantId } from "#lib/shared/ids.ts";

const AT_ONCE = 500;

/** Takes away what was kept of a file that could not be read to its end. */
export async function discardImport({ db }: { db: Database }, identity: { id: ImportId; merchantId: MerchantId }): Promise<void> {
  for (;;) {
    const rows = await listRowsOfImport(db.kysely, identity, { after: 0, limit: AT_ONCE });
    const numbers = rows.map((row) => row.row_number);
    await deleteRowsOfImport(db.kysely, identity, numbers);
    if (rows.length < AT_ONCE) break;
    await nextTurnOfTheLoop();
  }
  await deleteImport(db.kysely, identity);
}
