import type { Merchant } from "#lib/merchants/merchant.ts";
import { createStage } from "#lib/providers/test-numbers/stage.ts";
import { AppError } from "#lib/shared/errors.ts";
import { type IngestContext, ingest } from "#lib/shipments/ingest.ts";
import type { DemoParcel } from "./demo-parcel.ts";

/** Has a parcel's vendor tell its story, around today, through the door that all news comes by. */
export async function tellParcel(ctx: IngestContext, parcel: DemoParcel, merchant: Merchant): Promise<void> {
  for (const payload of parcel.payloads(createStage(ctx.clock.now()))) {
    const outcome = await ingest(ctx, {
      provider: parcel.provider,
      merchantSlug: merchant.slug,
      body: JSON.stringify(payload),
      mode: parcel.mode,
    });
    if (outcome.kind !== "ingested")
      throw new AppError("internal", { message: `The demo parcel "${parcel.title}" could not be told.`, details: { outcome } });
  }
}
