import type { Config } from "#lib/config/config.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { deliverMail } from "./deliver-mail.ts";
import { MAIL_PURPOSE, mailSchema } from "./mail.ts";

/** Hands one mail to the SMTP server. Throws where another try may help; what the server refuses for good is not tried again. */
export async function sendQueuedMail(
  ctx: { config: Pick<Config, "smtpUrl" | "mailFrom">; vault: Vault },
  payload: { sealed: string },
): Promise<"accepted" | "refused" | "no_mail"> {
  const mail = mailSchema.parse(JSON.parse(ctx.vault.open(payload.sealed, MAIL_PURPOSE)));
  const outcome = await deliverMail(ctx, mail);
  if (outcome.kind === "later" || outcome.kind === "unclear") throw new AppError("internal", { message: outcome.problem });
  return outcome.kind;
}
