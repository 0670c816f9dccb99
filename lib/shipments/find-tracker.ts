import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { normalizeTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findTrackerRowByNumber } from "#lib/db/queries/trackers.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import { buildTrackerRecord } from "./build-tracker-record.ts";
import type { TrackerRecord } from "./tracker-record.ts";
import type { ReadContext } from "./verb-context.ts";

/** The latest parcel of a number, in whatever spelling; null where the caller has none. */
export async function findTracker(
  ctx: ReadContext,
  input: { caller: Books; carrier: CarrierSlug; trackingNumber: string },
): Promise<TrackerRecord | null> {
  const { caller, carrier } = input;
  const trackingNumber = normalizeTrackingNumber(input.trackingNumber);
  if (trackingNumber === null) return null;
  const row = await findTrackerRowByNumber(ctx.db.kysely, { ...caller, carrier, trackingNumber });
  return row ? buildTrackerRecord(row, await loadMerchantAddress(ctx, caller.merchantId)) : null;
}
