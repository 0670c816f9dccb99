import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import { queueMail } from "#lib/mail/queue-mail.ts";
import { renderMail } from "#lib/mail/render-mail.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { findUser } from "./find-user.ts";
import { makeResetUrl } from "./make-reset-url.ts";
import { RESET_PURPOSE } from "./request-reset.ts";
import type { SignIn } from "./sign-in.ts";

/** Mails a link to whoever has the address; to nobody, if nobody has. */
export async function sendResetLink(
  ctx: { config: Pick<Config, "publicOrigin" | "smtpUrl">; db: Database; jobs: JobQueue; vault: Vault; signIn: SignIn },
  payload: { sealed: string },
): Promise<"sent" | "nobody"> {
  const user = await findUser(ctx, ctx.vault.open(payload.sealed, RESET_PURPOSE));
  if (!user) return "nobody";
  const url = await makeResetUrl(ctx, user.id);
  const mail = await renderMail({
    to: user.email,
    senderName: "Waymark",
    subject: "Choose a new password",
    heading: "Choose a new password",
    paragraphs: [
      `Hello ${user.name},`,
      `somebody, most likely you, asked for a new password for the console at ${new URL(ctx.config.publicOrigin).host}.`,
    ],
    button: { label: "Choose a new password", href: url },
    footnotes: [
      "The link works once, for an hour, and signs you out everywhere.",
      "If you did not ask for it, do nothing: your password stays as it is.",
    ],
  });
  await ctx.db.kysely.transaction().execute((trx) => queueMail(ctx, trx, mail));
  return "sent";
}
