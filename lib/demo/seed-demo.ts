import { findCarrier } from "#lib/carriers/catalog.ts";
import { forgetFacts } from "#lib/db/queries/demo-trackers.ts";
import { findLatestTracker } from "#lib/db/queries/trackers.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { IngestContext } from "#lib/shipments/ingest.ts";
import type { DemoParcel } from "./demo-parcel.ts";
import { DEMO_PARCELS } from "./demo-parcels.ts";
import { ensureDemoMerchants } from "./ensure-demo-merchants.ts";
import { tellParcel } from "./tell-parcel.ts";

/**
 * Makes the demo's parcels. What is there already stays as it is;
 * parcels staged on an earlier day are told anew, under the same addresses and keys.
 */
export async function seedDemo(ctx: IngestContext): Promise<{ told: number; kept: number }> {
  const merchants = await ensureDemoMerchants(ctx);
  const count = { told: 0, kept: 0 };
  for (const parcel of DEMO_PARCELS) {
    const merchant = merchants.get(parcel.merchant);
    if (!merchant)
      throw new AppError("internal", { message: `The demo parcel "${parcel.title}" names ${parcel.merchant}, which is no demo merchant.` });
    count[(await tell(ctx, parcel, merchant)) ? "told" : "kept"] += 1;
  }
  return count;
}

async function tell(ctx: IngestContext, parcel: DemoParcel, merchant: Merchant): Promise<boolean> {
  const carrier = findCarrier(parcel.carrier);
  if (!carrier)
    throw new AppError("internal", { message: `The demo parcel "${parcel.title}" names ${parcel.carrier}, which is no carrier.` });
  const identity = { merchantId: merchant.id, mode: parcel.mode, carrier: carrier.slug, trackingNumber: parcel.trackingNumber };
  const now = ctx.clock.now();
  const staged = await findLatestTracker(ctx.db.kysely, identity);
  if (staged && (parcel.isDated || staged.checked_at.slice(0, 10) === now.slice(0, 10))) return false;
  if (staged) await ctx.db.kysely.transaction().execute((trx) => forgetFacts(trx, { id: staged.id, merchantId: merchant.id }));

  await tellParcel(ctx, parcel, merchant);
  return true;
}
