import type { MerchantId, SourceId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { SourcesTable } from "../schema.ts";
import type { Books } from "./books.ts";

export interface SourceRef {
  id: SourceId;
  merchantId: MerchantId;
}

/** The sources of a merchant and mode whose APIs may be asked, oldest first. */
export async function listPolledSources(db: Queryable, books: Books): Promise<Omit<SourcesTable, "secrets">[]> {
  return db
    .selectFrom("sources")
    .selectAll()
    .where("merchant_id", "=", books.merchantId)
    .where("mode", "=", books.mode)
    .where("is_polled", "=", 1)
    .where("disabled_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/** Nothing where its API may not be asked at all. */
export async function findPolledSource(db: Queryable, source: SourceRef): Promise<SourcesTable | undefined> {
  return wherePolled(db, source).executeTakeFirst();
}

/** The same, locked until the transaction ends; whoever only refers to it need not wait. */
export async function lockPolledSource(db: Queryable, source: SourceRef): Promise<SourcesTable | undefined> {
  return wherePolled(db, source).forNoKeyUpdate().executeTakeFirst();
}

function wherePolled(db: Queryable, source: SourceRef) {
  return db
    .selectFrom("sources")
    .selectAll()
    .where("id", "=", source.id)
    .where("merchant_id", "=", source.merchantId)
    .where("is_polled", "=", 1)
    .where("disabled_at", "is", null);
}
