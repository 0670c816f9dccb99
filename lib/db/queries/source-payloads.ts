import type { MerchantId, PayloadId, SourceId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import { type AgeCursor, type PageRange, withinRange } from "./page-range.ts";

interface OfSource {
  merchantId: MerchantId;
  sourceId: SourceId;
}

/** When something last came through each source, webhook or answer; null where nothing has, or it has been pruned since. */
export async function listLastHeard(db: Queryable, { merchantId, mode }: { merchantId: MerchantId; mode: Mode }) {
  return db
    .selectFrom("sources")
    .where("sources.merchant_id", "=", merchantId)
    .where("sources.mode", "=", mode)
    .select("sources.id")
    .select((eb) =>
      eb
        .selectFrom("payloads")
        .whereRef("payloads.source_id", "=", "sources.id")
        .whereRef("payloads.merchant_id", "=", "sources.merchant_id")
        .select("payloads.received_at")
        .orderBy("payloads.received_at", "desc")
        .limit(1)
        .as("last_heard_at"),
    )
    .execute();
}

/** Without the bodies. */
export async function listSourcePayloadRows(db: Queryable, source: OfSource, range: PageRange) {
  return whereSource(db, source)
    .where(withinRange("payloads", range))
    .select(["id", "received_at", "outcome", "problem", "tracker_id", "is_answer"])
    .orderBy("received_at", range.order)
    .orderBy("id", range.order)
    .limit(range.limit)
    .execute();
}

export async function findSourcePayloadCursor(db: Queryable, source: OfSource, id: string): Promise<AgeCursor | undefined> {
  return whereSource(db, source)
    .where("id", "=", storableText(id) as PayloadId)
    .select(["received_at as created_at", "id"])
    .executeTakeFirst();
}

function whereSource(db: Queryable, { merchantId, sourceId }: OfSource) {
  return db.selectFrom("payloads").where("source_id", "=", sourceId).where("merchant_id", "=", merchantId);
}
