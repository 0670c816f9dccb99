import type { MerchantId, SourceId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { Queryable } from "../engine/database.ts";
import type { SourcesTable } from "../schema.ts";

export interface SourceRef {
  id: SourceId;
  merchantId: MerchantId;
}

/** The sources of a merchant and mode whose APIs may be asked, oldest first. */
export async function listPolledSources(
  db: Queryable,
  owner: { merchantId: MerchantId; mode: Mode },
): Promise<Pick<SourcesTable, "id" | "provider">[]> {
  return db
    .selectFrom("sources")
    .select(["id", "provider"])
    .where("merchant_id", "=", owner.merchantId)
    .where("mode", "=", owner.mode)
    .where("is_polled", "=", 1)
    .where("disabled_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}
