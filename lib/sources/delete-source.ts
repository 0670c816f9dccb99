import type { Database } from "#lib/db/engine/database.ts";
import { deleteSourceRow, detachFromSource, lockSourceRow, type SourceKey, updateSourceRow } from "#lib/db/queries/sources.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { findSourcesForOrphans } from "./assign-sources.ts";

/** Small enough that nobody waits for it. */
const BATCH = 500;

export interface DeleteSourceContext {
  db: Database;
  clock: Clock;
  jobs: Pick<JobQueue, "enqueue">;
}

/**
 * What it told stays, its parcels get another source where there is one, and its address is no more. It is switched off first, and
 * let go of in batches: cut short, it is switched off, and can be deleted again.
 */
export async function deleteSource(ctx: DeleteSourceContext, key: SourceKey): Promise<"deleted" | "not_found"> {
  const row = await ctx.db.kysely.transaction().execute(async (trx) => {
    const found = await lockSourceRow(trx, key);
    if (!found) return undefined;
    await updateSourceRow(trx, { id: found.id, merchantId: found.merchant_id }, { disabled_at: found.disabled_at ?? ctx.clock.now() });
    return found;
  });
  if (!row) return "not_found";
  const source = { id: row.id, merchantId: row.merchant_id };
  for (const table of ["trackers", "payloads"] as const) {
    while ((await detachFromSource(ctx.db.kysely, source, { table, limit: BATCH })) === BATCH);
  }
  return ctx.db.kysely.transaction().execute(async (trx) => {
    if (!(await lockSourceRow(trx, { merchantId: source.merchantId, source: source.id }))) return "not_found";
    for (const table of ["trackers", "payloads"] as const) {
      while ((await detachFromSource(trx, source, { table, limit: BATCH })) > 0);
    }
    await deleteSourceRow(trx, source);
    await findSourcesForOrphans(trx, ctx.jobs, { merchantId: source.merchantId, mode: row.mode });
    return "deleted";
  });
}
