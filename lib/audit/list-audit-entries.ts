import type { Database } from "#lib/db/engine/database.ts";
import { findAuditCursor, listAuditRows } from "#lib/db/queries/audit-entries.ts";
import { readPage } from "#lib/db/queries/read-page.ts";
import type { AuditOutcome } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { AuditEntryId, MerchantId, UserId } from "#lib/shared/ids.ts";
import { mapPage, type Page, type PageRequest } from "#lib/shared/page.ts";
import type { AuditNote } from "./open-audit-entry.ts";

export interface AuditRecord {
  id: AuditEntryId;
  at: Instant;
  /** Null where the command line did it, or the user is gone. */
  userId: UserId | null;
  /** Who it was, in words. */
  actor: string;
  /** `brand.publish` */
  action: string;
  subject: string | null;
  /** `started` is what nobody has told the end of: it is under way, or the process was stopped. */
  outcome: AuditOutcome;
  details: NonNullable<AuditNote["details"]>;
}

export interface ListAuditEntriesInput {
  merchantId: MerchantId;
  userId?: string | undefined;
  action?: string | undefined;
  page: PageRequest;
}

/** Who did what, the latest first. */
export async function listAuditEntries(
  ctx: { db: Database },
  { merchantId, page, ...filter }: ListAuditEntriesInput,
): Promise<Page<AuditRecord>> {
  const db = ctx.db.kysely;
  const found = await readPage(page, {
    findCursor: (id) => findAuditCursor(db, merchantId, id),
    listRows: (range) => listAuditRows(db, merchantId, { ...filter, range }),
  });
  return mapPage(found, (rows) =>
    rows.map((row) => ({
      id: row.id,
      at: row.at,
      userId: row.user_id,
      actor: row.actor,
      action: row.action,
      subject: row.subject,
      outcome: row.outcome,
      // Only `openAuditEntry` writes it.
      details: JSON.parse(row.details) as AuditRecord["details"],
    })),
  );
}
