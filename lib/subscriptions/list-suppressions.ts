import type { Database } from "#lib/db/engine/database.ts";
import { readPage } from "#lib/db/queries/read-page.ts";
import { findSuppressionCursor, listSuppressionRows } from "#lib/db/queries/suppressions.ts";
import type { SuppressionReason, SuppressionsTable } from "#lib/db/schema.ts";
import type { Channel } from "#lib/shared/channel.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { mapPage, type Page, type PageRequest } from "#lib/shared/page.ts";

/** An address a merchant writes to no more, as they see it: never the address itself. */
export interface SuppressionRecord {
  /** Of the address: what names it to us, and tells nobody anything. */
  addressDigest: string;
  channel: Channel;
  addressHint: string;
  reason: SuppressionReason;
  createdAt: Instant;
}

export function buildSuppressionRecord(row: SuppressionsTable): SuppressionRecord {
  return {
    addressDigest: row.address_digest,
    channel: row.channel,
    addressHint: row.address_hint,
    reason: row.reason,
    createdAt: row.created_at,
  };
}

/** Newest first; pages go by digests. */
export async function listSuppressions(
  ctx: { db: Database },
  { merchantId, page }: { merchantId: MerchantId; page: PageRequest },
): Promise<Page<SuppressionRecord>> {
  const db = ctx.db.kysely;
  const found = await readPage(page, {
    findCursor: (addressDigest) => findSuppressionCursor(db, { merchantId, addressDigest }),
    listRows: (range) => listSuppressionRows(db, { merchantId, range }),
  });
  return mapPage(found, (rows) => rows.map(buildSuppressionRecord));
}
