import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { parseEmail } from "./email.ts";
import type { SignIn } from "./sign-in.ts";

export const RESET_PURPOSE = "jobs.send_reset_link";

export type RequestResetOutcome =
  /** Says nothing of whether there is such an account: nobody has looked yet. */
  | { kind: "asked" }
  | { kind: "invalid" }
  | { kind: "too_many"; waitSeconds: number }
  /** This installation sends no mail; its operator can make a link. */
  | { kind: "no_mail" };

/** Asks for a mail with a link. Whether anybody has the address is found out behind the answer, which is always the same. */
export async function requestReset(
  ctx: { config: Pick<Config, "smtpUrl">; db: Database; jobs: JobQueue; vault: Vault; signIn: SignIn },
  input: { email: string; address: string | undefined },
): Promise<RequestResetOutcome> {
  if (ctx.config.smtpUrl === null) return { kind: "no_mail" };
  const email = parseEmail(input.email);
  if (email === null) return { kind: "invalid" };
  const { attempts } = ctx.signIn;
  const waitSeconds = await attempts.countFrom("reset_mail_from_network", input.address);
  if (waitSeconds !== null) return { kind: "too_many", waitSeconds };
  if ((await attempts.count("reset_mail_to_account", email)) === null) {
    const sealed = ctx.vault.seal(email, RESET_PURPOSE);
    await ctx.db.kysely.transaction().execute((trx) => ctx.jobs.enqueue(trx, { task: "send_reset_link", payload: { sealed } }));
  }
  return { kind: "asked" };
}
