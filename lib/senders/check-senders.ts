import { listDueSenderDomains } from "#lib/db/queries/sender-domains.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { type CheckSenderContext, checkSender } from "./check-sender.ts";

/** Then another job goes on, so that a process can stop in between. */
const BATCH = 20;
/** Name servers that never answer must not hold up the others for long. */
const AT_ONCE = 5;

/** Looks at the sender domains whose time has come, whoever's they are. */
export async function checkSenders(ctx: CheckSenderContext & { jobs: Pick<JobQueue, "enqueue"> }): Promise<void> {
  const due = await listDueSenderDomains(ctx.db.kysely, ctx.clock.now(), BATCH);
  for (let from = 0; from < due.length; from += AT_ONCE) {
    await Promise.all(due.slice(from, from + AT_ONCE).map((domain) => checkSender(ctx, domain)));
  }
  if (due.length === BATCH) await ctx.jobs.enqueue(ctx.db.kysely, { task: "check_senders", payload: {}, key: "check senders on" });
}
