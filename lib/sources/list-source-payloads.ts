import type { Database } from "#lib/db/engine/database.ts";
import { readPage } from "#lib/db/queries/read-page.ts";
import { findSourcePayloadCursor, listSourcePayloadRows } from "#lib/db/queries/source-payloads.ts";
import type { PayloadOutcome } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, PayloadId, SourceId, TrackerId } from "#lib/shared/ids.ts";
import { mapPage, type Page, type PageRequest } from "#lib/shared/page.ts";

/** Something that came through a source, without its body, which holds names and addresses. */
export interface SourcePayload {
  id: PayloadId;
  receivedAt: Instant;
  outcome: PayloadOutcome;
  problem: string | null;
  /** The one parcel it is about; null where it tells of several, or has not been read. */
  trackerId: TrackerId | null;
  /** Whether its source was asked, and did not tell by itself. */
  isAnswer: boolean;
}

/** Newest first. */
export async function listSourcePayloads(
  ctx: { db: Database },
  { merchantId, sourceId, page }: { merchantId: MerchantId; sourceId: SourceId; page: PageRequest },
): Promise<Page<SourcePayload>> {
  const db = ctx.db.kysely;
  const source = { merchantId, sourceId };
  const found = await readPage(page, {
    findCursor: (id) => findSourcePayloadCursor(db, source, id),
    listRows: (range) => listSourcePayloadRows(db, source, range),
  });
  return mapPage(found, (rows) =>
    rows.map((row) => ({
      id: row.id,
      receivedAt: row.received_at,
      outcome: row.outcome,
      problem: row.problem,
      trackerId: row.tracker_id,
      isAnswer: row.is_answer === 1,
    })),
  );
}
