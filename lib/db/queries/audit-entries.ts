import type { AuditEntryId, MerchantId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { AuditEntriesTable } from "../schema.ts";

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
