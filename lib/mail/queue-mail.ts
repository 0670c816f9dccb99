import type { Config } from "#lib/config/config.ts";
import type { Queryable } from "#lib/db/engine/database.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { MAIL_PURPOSE, type Mail } from "./mail.ts";

/** Part of the caller's transaction: the mail goes out if the change is kept. False where this installation sends none. */
export async function queueMail(
  ctx: { config: Pick<Config, "smtpUrl">; jobs: JobQueue; vault: Vault },
  trx: Queryable,
  mail: Mail,
): Promise<boolean> {
  if (ctx.config.smtpUrl === null) return false;
  await ctx.jobs.enqueue(trx, { task: "send_mail", payload: { sealed: ctx.vault.seal(JSON.stringify(mail), MAIL_PURPOSE) } });
  return true;
}
