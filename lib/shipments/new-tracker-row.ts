import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { headersColumn, itemsColumn, notesColumn, trackerColumn } from "#lib/db/json-columns.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import { newId, randomToken } from "#lib/shared/ids.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import { EMPTY_FACTS } from "#lib/tracking/fold-snapshot.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { FoldContext } from "./fold-context.ts";
import { overviewOf } from "./overview-of.ts";

export interface ParcelIdentity {
  mode: Mode;
  carrier: CarrierSlug;
  /** Normalized. */
  trackingNumber: string;
}

/** A row whose first news is part of the transaction that makes it. */
export const UNFOLDED = 0;

/** A tracker that nobody has told anything of yet. */
export function newTrackerRow(
  ctx: FoldContext,
  parcel: ParcelIdentity,
  opening: { epoch: number; fencedBefore: CalendarDay | null; version: number },
): TrackersTable {
  const { epoch, fencedBefore, version } = opening;
  const { mode, carrier, trackingNumber } = parcel;
  const tracker = deriveTracker(EMPTY_FACTS, { mode, carrier, trackingNumber, epoch, fencedBefore });
  return {
    id: newId("trk", ctx.random),
    merchant_id: ctx.merchantId,
    carrier,
    tracking_number: trackingNumber,
    mode,
    epoch,
    status: tracker.status,
    substatus: tracker.substatus,
    is_final: 0,
    private_key: randomToken(ctx.random),
    version,
    fenced_before: fencedBefore,
    created_at: ctx.now,
    updated_at: ctx.now,
    checked_at: ctx.now,
    last_news_at: null,
    order_id: null,
    is_primary: 0,
    order_as_of: "",
    deleted_at: null,
    is_watched: 1,
    source_id: null,
    next_check_at: null,
    asked_at: null,
    check_failures: 0,
    metadata: null,
    ...overviewOf(tracker, ctx.now),
    document: trackerColumn.write(tracker),
    route_map: null,
    parcel_items: itemsColumn.write([]),
    headers: headersColumn.write([]),
    notes: notesColumn.write([]),
  };
}
