import type { Database } from "#lib/db/engine/database.ts";
import { listPayloadRows, type PayloadFilter } from "#lib/db/queries/payloads.ts";
import type { PayloadOutcome } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, PayloadId } from "#lib/shared/ids.ts";
import type { Mode, ProviderName } from "#lib/tracking/snapshot.ts";

/** A payload without its body, which holds names and addresses. */
export interface PayloadRecord {
  id: PayloadId;
  provider: ProviderName;
  /** The slug of the source it came through; null where somebody took it in by hand, or the source is gone. */
  source: string | null;
  mode: Mode | null;
  receivedAt: Instant;
  outcome: PayloadOutcome;
  problem: string | null;
}

/** `invalid` are those that need a look, `ingested` in part among them; `received` those that nobody has read yet. By id. */
export async function listPayloads(
  ctx: { db: Database },
  input: { merchantId: MerchantId; filter: PayloadFilter; limit: number; afterId?: string },
): Promise<PayloadRecord[]> {
  const rows = await listPayloadRows(ctx.db.kysely, input);
  return rows.map((row) => ({
    id: row.id,
    provider: row.provider,
    source: row.source_slug,
    mode: row.mode,
    receivedAt: row.received_at,
    outcome: row.outcome,
    problem: row.problem,
  }));
}
