import { insertErasure, listErasureRows } from "#lib/db/queries/erasures.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { type ErasureId, type MerchantId, newId, type RandomBytes, type UserId } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { buildErasureRecord, type ErasureRecord, sealSought } from "./erasure.ts";
import { type FindShopperContext, findShopper } from "./find-shopper.ts";
import { queueErasure } from "./queue-erasure.ts";

export interface StartErasureContext extends FindShopperContext {
  clock: Clock;
  random: RandomBytes;
  vault: Vault;
  jobs: Pick<JobQueue, "enqueue">;
}

export type StartErasureOutcome = { kind: "started"; id: ErasureId } | { kind: "not_found" } | { kind: "too_many" };

/** Has everything of a shopper taken away, in the background and for good. */
export async function startErasure(
  ctx: StartErasureContext,
  { merchantId, userId, query }: { merchantId: MerchantId; userId: UserId | null; query: string },
): Promise<StartErasureOutcome> {
  const shopper = await findShopper(ctx, { merchantId, query });
  if (shopper.kind !== "found") return shopper;
  const id = newId("era", ctx.random);
  const now = ctx.clock.now();
  await ctx.db.kysely.transaction().execute(async (trx) => {
    await insertErasure(trx, {
      id,
      merchant_id: merchantId,
      step: "parcels",
      reached: null,
      sought: sealSought(ctx, shopper.sought),
      ...{ order_count: 0, parcel_count: 0, payload_count: 0, import_row_count: 0 },
      created_at: now,
      created_by: userId,
      updated_at: now,
      ended_at: null,
    });
    await queueErasure(trx, ctx, { merchantId, erasureId: id });
  });
  return { kind: "started", id };
}

const SHOWN = 50;

/** A merchant's latest erasures, newest first. */
export async function listErasures(
  ctx: Pick<FindShopperContext, "db">,
  { merchantId }: { merchantId: MerchantId },
): Promise<ErasureRecord[]> {
  const rows = await listErasureRows(ctx.db.kysely, { merchantId, limit: SHOWN });
  return rows.map(buildErasureRecord);
}
