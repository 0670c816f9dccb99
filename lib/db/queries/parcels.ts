import { sql } from "kysely";
import type { TrackerId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { Books } from "./books.ts";

/** What the console's list says of parcels, in no order worth relying on. */
export async function findParcelRows(db: Queryable, { merchantId, mode }: Books, ids: readonly TrackerId[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom("trackers")
    .leftJoin("orders", "orders.id", "trackers.order_id")
    .leftJoin("sources", "sources.id", "trackers.source_id")
    .where("trackers.id", "in", ids)
    .where(onTheRow("trackers.merchant_id"), "=", merchantId)
    .where(onTheRow("trackers.mode"), "=", mode)
    .where("trackers.deleted_at", "is", null)
    .select([
      "trackers.id",
      "trackers.created_at",
      "trackers.updated_at",
      "trackers.checked_at",
      "trackers.is_watched",
      "trackers.told_by",
      "trackers.document",
      "orders.external_id as order_number",
      "sources.slug as source_slug",
    ])
    .execute();
}

/** A few rows are looked up by their ids: given the merchant as well, SQLite would rather go through all the merchant has. */
const onTheRow = (column: string) => sql`${sql.ref(column)} || ''`;
