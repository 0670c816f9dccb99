import type { Instant } from "#lib/shared/clock.ts";
import type { ImportId, MerchantId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { ImportState, ImportsTable } from "../schema.ts";
import type { Books } from "./books.ts";
import { type AgeCursor, type PageRange, withinRange } from "./page-range.ts";

interface ImportIdentity {
  id: ImportId;
  merchantId: MerchantId;
}

export async function insertImport(db: Queryable, row: ImportsTable): Promise<void> {
  const texts = { file_name: storableText(row.file_name), headers: storableText(row.headers) };
  await db
    .insertInto("imports")
    .values({ ...row, ...texts })
    .execute();
}

export async function findImport(db: Queryable, identity: ImportIdentity): Promise<ImportsTable | undefined> {
  return whereImport(db, identity).selectAll().executeTakeFirst();
}

/** Locked until the transaction ends: whoever takes in its rows goes one after the other. */
export async function lockImport(db: Queryable, identity: ImportIdentity): Promise<ImportsTable | undefined> {
  return whereImport(db, identity).selectAll().forUpdate().executeTakeFirst();
}

/** Answers whether it was in one of these states, and so has been changed. */
export async function updateImport(
  db: Queryable,
  { id, merchantId }: ImportIdentity,
  { from, ...changes }: { from: readonly ImportState[] } & Partial<ImportsTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("imports")
    .set(changes)
    .where("id", "=", storableText(id) as ImportId)
    .where("merchant_id", "=", merchantId)
    .where("state", "in", from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function findImportCursor(db: Queryable, books: Books, id: ImportId): Promise<AgeCursor | undefined> {
  return whereImport(db, { id, merchantId: books.merchantId })
    .where("mode", "=", books.mode)
    .select(["created_at", "id"])
    .executeTakeFirst();
}

/** Those whose file was taken, newest first. */
export async function listImportRows(db: Queryable, books: Books, range: PageRange): Promise<ImportsTable[]> {
  return db
    .selectFrom("imports")
    .selectAll()
    .where("merchant_id", "=", books.merchantId)
    .where("mode", "=", books.mode)
    .where("state", "!=", "reading")
    .where(withinRange("imports", range))
    .orderBy("created_at", range.order)
    .orderBy("id", range.order)
    .limit(range.limit)
    .execute();
}

export async function deleteImport(db: Queryable, { id, merchantId }: ImportIdentity): Promise<void> {
  await db.deleteFrom("imports").where("id", "=", id).where("merchant_id", "=", merchantId).execute();
}

/** At most `limit` that nothing is left to do of, with no rows any more; answers how many. */
export async function deleteOldImports(
  db: Queryable,
  { merchantId, before, limit }: { merchantId: MerchantId; before: Instant; limit: number },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("imports")
    .where("id", "in", oldImports(db, { merchantId, before }).limit(limit))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Those that nobody goes on with. */
export function oldImports(db: Queryable, { merchantId, before }: { merchantId: MerchantId; before: Instant }) {
  return db
    .selectFrom("imports")
    .select("id")
    .where("merchant_id", "=", merchantId)
    .where("mode", "in", ["test", "production"])
    .where("created_at", "<", before)
    .where("state", "not in", ["running", "paused"]);
}

function whereImport(db: Queryable, { id, merchantId }: ImportIdentity) {
  const known = storableText(id) as ImportId;
  return db.selectFrom("imports").where("id", "=", known).where("merchant_id", "=", merchantId);
}
