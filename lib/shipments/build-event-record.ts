import { previousColumn, trackerColumn } from "#lib/db/json-columns.ts";
import type { listEventTargets } from "#lib/db/queries/event-deliveries.ts";
import type { EventRow } from "#lib/db/queries/events.ts";
import type { MerchantAddress } from "#lib/merchants/merchant-address.ts";
import { buildPrivateLink } from "./build-tracker-record.ts";
import type { EventRecord } from "./tracker-record.ts";

type Target = Awaited<ReturnType<typeof listEventTargets>>[number];

/** An event with its tracker as it was right after, and where it went. */
export function buildEventRecord(row: EventRow, targets: readonly Target[], address: MerchantAddress): EventRecord {
  return {
    id: row.id,
    merchantId: row.merchant_id,
    mode: row.mode,
    type: row.type,
    createdAt: row.created_at,
    previous: previousColumn.read(row.previous),
    tracker: {
      id: row.tracker_id,
      merchantId: row.merchant_id,
      mode: row.mode,
      tracker: trackerColumn.read(row.document),
      createdAt: row.tracker_created_at,
      updatedAt: row.created_at,
      checkedAt: row.created_at,
      publicUrl: buildPrivateLink(row, address),
      metadata: row.metadata,
      isWatched: row.is_watched === 1,
    },
    deliveries: targets.map(({ id, url, state }) => ({ id, url, isCompleted: state === "delivered" })),
  };
}
