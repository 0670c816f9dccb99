import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import { buildTrackerRecord } from "./build-tracker-record.ts";
import { identifyParcel, type ParcelNotIdentified } from "./identify-parcel.ts";
import { registerParcel } from "./register-parcel.ts";
import type { TrackerRecord } from "./tracker-record.ts";
import { newsContextOf, type WriteContext } from "./verb-context.ts";
import { watchAgain } from "./watch-again.ts";

export interface RegisterTrackerInput {
  caller: Books;
  /** Null to have it detected from the number. */
  carrier: CarrierSlug | null;
  /** In whatever spelling. */
  trackingNumber: string;
  /** For the merchant to find again; of a tracker that is there already it replaces the old one, unless undefined. */
  metadata?: string | null | undefined;
}

export type RegisterTrackerOutcome = { kind: "created" | "existing"; tracker: TrackerRecord; advice: string[] } | ParcelNotIdentified;

/**
 * Starts to track a parcel that nobody may have told of yet. Registered again, it is the same tracker, until the number can only
 * mean the carrier's next parcel; one that was watched no more is watched again. In test mode, test numbers stand in their documented state from the start.
 */
export async function registerTracker(ctx: WriteContext, input: RegisterTrackerInput): Promise<RegisterTrackerOutcome> {
  const { caller, carrier, trackingNumber, metadata } = input;
  const parcel = identifyParcel({ mode: caller.mode, carrier, trackingNumber });
  if (parcel.kind !== "parcel") return parcel;

  const address = await loadMerchantAddress(ctx, caller.merchantId);
  const news = newsContextOf(ctx, caller);
  const { kind, row, advice } = await ctx.db.kysely.transaction().execute(async (trx) => {
    const registered = await registerParcel(trx, news, { ...parcel, mode: caller.mode, metadata });
    return registered.row.is_watched === 1 ? registered : { ...registered, ...(await watchAgain(trx, news, registered.row)) };
  });
  return { kind, tracker: buildTrackerRecord(row, address), advice };
}
