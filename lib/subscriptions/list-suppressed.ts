import type { Database } from "#lib/db/engine/database.ts";
import { listSuppressionRows } from "#lib/db/queries/suppressions.ts";
import type { Channel, SuppressionReason } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

/** An address a merchant writes to no more. */
export interface Suppressed {
  channel: Channel;
  digest: string;
  addressHint: string;
  reason: SuppressionReason;
  since: Instant;
}

/** Newest first. */
export async function listSuppressed(ctx: { db: Database }, merchantId: MerchantId, { limit }: { limit: number }): Promise<Suppressed[]> {
  const range = { before: null, after: null, createdFrom: null, createdUntil: null, order: "desc", limit } as const;
  const rows = await listSuppressionRows(ctx.db.kysely, { merchantId, range });
  return rows.map((row) => ({
    channel: row.channel,
    digest: row.address_digest,
    addressHint: row.address_hint,
    reason: row.reason,
    since: row.created_at,
  }));
}
