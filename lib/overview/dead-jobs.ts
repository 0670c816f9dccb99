import type { DeadJob, JobQueue } from "#lib/jobs/job-queue.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

/** The installation's dead jobs are looked through for one merchant's; there are never many. */
const LOOKED_THROUGH = 1000;

/** Jobs of a merchant that failed too often. Those of nobody in particular are the operator's. */
export async function listDeadJobs({ jobs }: { jobs: Pick<JobQueue, "listDead"> }, merchantId: MerchantId): Promise<DeadJob[]> {
  const dead = await jobs.listDead(LOOKED_THROUGH);
  return dead.filter(({ payload }) => isAbout(payload, merchantId));
}

/** Gives all of a merchant's dead jobs another life; answers how many. */
export async function replayDeadJobs(ctx: { jobs: Pick<JobQueue, "listDead" | "replayDead"> }, merchantId: MerchantId): Promise<number> {
  const dead = await listDeadJobs(ctx, merchantId);
  return dead.length === 0 ? 0 : ctx.jobs.replayDead(dead.map(({ id }) => id));
}

function isAbout(payload: unknown, merchantId: MerchantId): boolean {
  return typeof payload === "object" && payload !== null && Reflect.get(payload, "merchantId") === merchantId;
}
