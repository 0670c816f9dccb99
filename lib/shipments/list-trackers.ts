import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { normalizeTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { readPage } from "#lib/db/queries/read-page.ts";
import { findTrackerCursor, listTrackerRows } from "#lib/db/queries/trackers.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { mapPage, type Page, type PageRequest } from "#lib/shared/page.ts";
import type { Status } from "#lib/tracking/status.ts";
import { buildTrackerRecord } from "./build-tracker-record.ts";
import type { TrackerRecord } from "./tracker-record.ts";
import type { ReadContext } from "./verb-context.ts";

export interface ListTrackersInput {
  caller: Books;
  page: PageRequest;
  carrier?: CarrierSlug | undefined;
  /** In whatever spelling. */
  trackingNumber?: string | undefined;
  status?: Status | undefined;
}

/** The caller's trackers, newest first; deleted ones never, though they still mark a place in the list. */
export async function listTrackers(ctx: ReadContext, input: ListTrackersInput): Promise<Page<TrackerRecord>> {
  const { caller, page, carrier, status } = input;
  const trackingNumber = input.trackingNumber === undefined ? undefined : normalizeTrackingNumber(input.trackingNumber);
  if (trackingNumber === null) return { kind: "page", rows: [], hasMore: false };

  const db = ctx.db.kysely;
  const rows = await readPage(page, {
    findCursor: (id) => findTrackerCursor(db, caller, id as TrackerId),
    listRows: (range) => listTrackerRows(db, caller, { range, carrier, trackingNumber, status }),
  });
  const address = await loadMerchantAddress(ctx, caller.merchantId);
  return mapPage(rows, (found) => found.map((row) => buildTrackerRecord(row, address)));
}
