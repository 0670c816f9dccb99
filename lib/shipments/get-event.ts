import type { Books } from "#lib/db/queries/books.ts";
import { listEventTargets } from "#lib/db/queries/event-deliveries.ts";
import { findEventRow } from "#lib/db/queries/events.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { EventId } from "#lib/shared/ids.ts";
import { buildEventRecord } from "./build-event-record.ts";
import type { EventRecord } from "./tracker-record.ts";
import type { ReadContext } from "./verb-context.ts";

/** Null for another merchant's event, one of the other mode, or one whose tracker was deleted. */
export async function getEvent(ctx: ReadContext, { caller, id }: { caller: Books; id: string }): Promise<EventRecord | null> {
  const db = ctx.db.kysely;
  const row = await findEventRow(db, caller, id as EventId);
  if (!row) return null;
  const targets = await listEventTargets(db, { merchantId: caller.merchantId, ids: [row.id] });
  return buildEventRecord(row, targets, await loadMerchantAddress(ctx, caller.merchantId));
}
