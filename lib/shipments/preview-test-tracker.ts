import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { buildTrackingPath } from "#lib/carriers/tracking-path.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import { EMPTY_FACTS, foldSnapshot } from "#lib/tracking/fold-snapshot.ts";
import { identifyParcel } from "./identify-parcel.ts";
import { readTestNumber } from "./read-test-number.ts";
import type { TrackerRecord } from "./tracker-record.ts";
import type { WriteContext } from "./verb-context.ts";

/**
 * A test number as it would stand if it were registered now, with nothing stored: so it has no key to a private page, and an id
 * that finds nothing. Null for any other number, and outside test mode.
 */
export async function previewTestTracker(
  ctx: Omit<WriteContext, "jobs" | "random" | "vault">,
  { caller, ...number }: { caller: Books; carrier: CarrierSlug; trackingNumber: string },
): Promise<TrackerRecord | null> {
  const parcel = identifyParcel({ mode: caller.mode, ...number });
  if (parcel.kind !== "parcel") return null;
  const { carrier, trackingNumber } = parcel;
  const now = ctx.clock.now();
  const snapshot = readTestNumber({ mode: caller.mode, carrier, trackingNumber }, now);
  if (snapshot === null) return null;

  const { origin, pathPrefix } = await loadMerchantAddress(ctx, caller.merchantId);
  const identity = { mode: caller.mode, carrier, trackingNumber, epoch: 1, fencedBefore: null };
  return {
    id: `trk_${trackingNumber.toLowerCase()}`,
    merchantId: caller.merchantId,
    mode: caller.mode,
    tracker: deriveTracker(foldSnapshot(EMPTY_FACTS, snapshot), identity),
    createdAt: now,
    updatedAt: now,
    checkedAt: now,
    publicUrl: `${origin}${pathPrefix}${buildTrackingPath(carrier, trackingNumber)}`,
    metadata: null,
    isWatched: false,
  };
}
