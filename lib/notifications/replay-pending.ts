import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findEndpointRow, lockEndpoint } from "#lib/db/queries/endpoints.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { isId } from "#lib/shared/ids.ts";
import { reviveBatch } from "./revive-batch.ts";

export type ReplayPendingOutcome = { kind: "replayed"; count: number } | { kind: "not_found" } | { kind: "endpoint_disabled" };

/** Everything that waits for another attempt, or had its last one, is tried now. */
export async function replayPending(
  ctx: { db: Database; clock: Clock; jobs: Pick<JobQueue, "enqueue"> },
  { caller, endpointId }: { caller: Books; endpointId: string },
): Promise<ReplayPendingOutcome> {
  const known = isId("hook", endpointId) ? await findEndpointRow(ctx.db.kysely, caller, endpointId) : undefined;
  if (!known) return { kind: "not_found" };
  if (known.disabled_at !== null) return { kind: "endpoint_disabled" };

  const endpoint = { id: known.id, merchantId: known.merchant_id };
  let count = 0;
  let afterId: string | undefined = "";
  while (afterId !== undefined) {
    const from: string = afterId;
    const batch = await ctx.db.kysely.transaction().execute(async (trx) => {
      await lockEndpoint(trx, endpoint);
      return reviveBatch(trx, { jobs: ctx.jobs, now: ctx.clock.now() }, endpoint, { states: ["pending", "failed"], afterId: from });
    });
    count += batch.count;
    afterId = batch.afterId;
  }
  return { kind: "replayed", count };
}
