import type { TrackerId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { Books } from "./books.ts";

/** What opens the private pages of some parcels. */
export async function findPrivateKeys(db: Queryable, books: Books, ids: readonly TrackerId[]): Promise<Map<TrackerId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("trackers")
    .select(["id", "private_key"])
    .where("id", "in", ids)
    .where("merchant_id", "=", books.merchantId)
    .where("mode", "=", books.mode)
    .execute();
  return new Map(rows.map((row) => [row.id, row.private_key]));
}
