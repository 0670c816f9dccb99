import type { Instant } from "#lib/shared/clock.ts";
import type { ImportId, MerchantId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { ImportRowsTable } from "../schema.ts";
import { oldImports } from "./imports.ts";

interface ImportIdentity {
  id: ImportId;
  merchantId: MerchantId;
}

export async function insertImportRows(db: Queryable, rows: readonly ImportRowsTable[]): Promise<void> {
  if (rows.length === 0) return;
  const storable = rows.map((row) => ({ ...row, cells: storableText(row.cells) }));
  await db.insertInto("import_rows").values(storable).execute();
}

/** Those after one number and until another, in their order. */
export async function listRowsOfImport(
  db: Queryable,
  identity: ImportIdentity,
  { after, until, limit }: { after: number; until?: number; limit: number },
): Promise<ImportRowsTable[]> {
  return db
    .selectFrom("import_rows")
    .selectAll()
    .where("import_id", "in", ownImport(db, identity))
    .where("row_number", ">", after)
    .$if(until !== undefined, (query) => query.where("row_number", "<=", until as number))
    .orderBy("row_number")
    .limit(limit)
    .execute();
}

export async function keepProblem(
  db: Queryable,
  identity: ImportIdentity,
  { number, problem }: { number: number; problem: string },
): Promise<void> {
  await db
    .updateTable("import_rows")
    .set({ problem: storableText(problem) })
    .where("import_id", "in", ownImport(db, identity))
    .where("row_number", "=", number)
    .execute();
}

export async function deleteRowsOfImport(db: Queryable, identity: ImportIdentity, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await db.deleteFrom("import_rows").where("import_id", "in", ownImport(db, identity)).where("row_number", "in", numbers).execute();
}

/** At most `limit` rows of imports that nobody goes on with; answers how many. */
export async function deleteOldImportRows(
  db: Queryable,
  { merchantId, before, limit }: { merchantId: MerchantId; before: Instant; limit: number },
): Promise<number> {
  const rows = await db
    .selectFrom("import_rows")
    .select(["import_id", "row_number"])
    .where("import_id", "in", oldImports(db, { merchantId, before }))
    .limit(limit)
    .execute();
  for (const [id, some] of Map.groupBy(rows, (row) => row.import_id)) {
    const numbers = some.map((row) => row.row_number);
    await deleteRowsOfImport(db, { id, merchantId }, numbers);
  }
  return rows.length;
}

function ownImport(db: Queryable, { id, merchantId }: ImportIdentity) {
  const known = storableText(id) as ImportId;
  return db.selectFrom("imports").select("id").where("id", "=", known).where("merchant_id", "=", merchantId);
}
