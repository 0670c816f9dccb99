import type { AuditEntryId, MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { AuditEntriesTable } from "../schema.ts";
import { type AgeCursor, type PageRange, withinRange } from "./page-range.ts";

export async function insertAuditEntry(db: Queryable, row: AuditEntriesTable): Promise<void> {
  await db
    .insertInto("audit_entries")
    .values({
      ...row,
      actor: storableText(row.actor),
      subject: row.subject && storableText(row.subject),
      details: storableText(row.details),
    })
    .execute();
}

export async function completeAuditEntry(
  db: Queryable,
  entry: { id: AuditEntryId; merchantId: MerchantId },
  changes: Partial<Pick<AuditEntriesTable, "outcome" | "subject" | "details">>,
): Promise<void> {
  const subject = changes.subject == null ? {} : { subject: storableText(changes.subject) };
  const details = changes.details === undefined ? {} : { details: storableText(changes.details) };
  await db
    .updateTable("audit_entries")
    .set({ ...changes, ...subject, ...details })
    .where("id", "=", entry.id)
    .where("merchant_id", "=", entry.merchantId)
    .execute();
}

/** Which entries of a merchant's; both filters may be anything that somebody typed. */
export interface AuditFilter {
  userId?: string | undefined;
  action?: string | undefined;
}

export async function listAuditRows(
  db: Queryable,
  merchantId: MerchantId,
  { range, userId, action }: AuditFilter & { range: PageRange },
): Promise<AuditEntriesTable[]> {
  return db
    .selectFrom("audit_entries")
    .selectAll()
    .where("merchant_id", "=", merchantId)
    .where(withinRange("audit_entries", range))
    .$if(userId !== undefined, (query) => query.where("user_id", "=", storableText(userId ?? "") as UserId))
    .$if(action !== undefined, (query) => query.where("action", "=", storableText(action ?? "")))
    .orderBy("at", range.order)
    .orderBy("id", range.order)
    .limit(range.limit)
    .execute();
}

export async function findAuditCursor(db: Queryable, merchantId: MerchantId, id: string): Promise<AgeCursor | undefined> {
  return db
    .selectFrom("audit_entries")
    .select(["at as created_at", "id"])
    .where("id", "=", storableText(id) as AuditEntryId)
    .where("merchant_id", "=", merchantId)
    .executeTakeFirst();
}
