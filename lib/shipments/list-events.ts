import type { Books } from "#lib/db/queries/books.ts";
import { listEventTargets } from "#lib/db/queries/event-deliveries.ts";
import { findEventCursor, listEventRows } from "#lib/db/queries/events.ts";
import { readPage } from "#lib/db/queries/read-page.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { EventId, TrackerId } from "#lib/shared/ids.ts";
import { mapPage, type Page, type PageRequest } from "#lib/shared/page.ts";
import { buildEventRecord } from "./build-event-record.ts";
import type { EventRecord } from "./tracker-record.ts";
import type { ReadContext } from "./verb-context.ts";

export interface ListEventsInput {
  caller: Books;
  page: PageRequest;
  trackerId?: string | undefined;
}

/** What happened to the caller's trackers, newest first. */
export async function listEvents(ctx: ReadContext, { caller, page, trackerId }: ListEventsInput): Promise<Page<EventRecord>> {
  const db = ctx.db.kysely;
  const found = await readPage(page, {
    findCursor: (id) => findEventCursor(db, caller, id as EventId),
    listRows: (range) => listEventRows(db, caller, { range, trackerId: trackerId as TrackerId | undefined }),
  });
  return mapPage(found, async (rows) => {
    const targets = await listEventTargets(db, { merchantId: caller.merchantId, ids: rows.map(({ id }) => id) });
    const targetsOf = Map.groupBy(targets, (target) => target.event_id);
    const address = await loadMerchantAddress(ctx, caller.merchantId);
    return rows.map((row) => buildEventRecord(row, targetsOf.get(row.id) ?? [], address));
  });
}
