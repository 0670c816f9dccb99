import { buildTrackingPath } from "#lib/carriers/tracking-path.ts";
import { trackerColumn } from "#lib/db/json-columns.ts";
import type { TrackerRecordRow } from "#lib/db/queries/trackers.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import type { MerchantAddress } from "#lib/merchants/merchant-address.ts";
import type { TrackerRecord } from "./tracker-record.ts";

export function buildTrackerRecord(row: TrackerRecordRow, address: MerchantAddress): TrackerRecord {
  return {
    id: row.id,
    merchantId: row.merchant_id,
    mode: row.mode,
    tracker: trackerColumn.read(row.document),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    checkedAt: row.checked_at,
    publicUrl: buildPrivateLink(row, address),
    metadata: row.metadata,
    isWatched: row.is_watched === 1,
  };
}

/** The page with everything on it, for the merchant and the shopper. */
export function buildPrivateLink(
  row: Pick<TrackersTable, "carrier" | "tracking_number" | "private_key">,
  { origin, pathPrefix }: MerchantAddress,
): string {
  return `${origin}${pathPrefix}${buildTrackingPath(row.carrier, row.tracking_number)}?key=${row.private_key}`;
}
