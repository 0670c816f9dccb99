import { createTransport } from "nodemailer";
import type { Config } from "#lib/config/config.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { MAIL_PURPOSE, mailSchema } from "./mail.ts";

const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** Hands one mail to the SMTP server. Throws where another try may help; what the server refuses for good is not tried again. */
export async function sendQueuedMail(
  ctx: { config: Pick<Config, "smtpUrl" | "mailFrom">; vault: Vault },
  payload: { sealed: string },
): Promise<"sent" | "refused" | "no_mail"> {
  const { smtpUrl, mailFrom } = ctx.config;
  if (smtpUrl === null) return "no_mail";
  const { senderName, ...mail } = mailSchema.parse(JSON.parse(ctx.vault.open(payload.sealed, MAIL_PURPOSE)));
  const transport = createTransport({ url: smtpUrl, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.sendMail({
      ...mail,
      from: { name: senderName, address: mailFrom },
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return "sent";
  } catch (error) {
    if (isForGood(error)) return "refused";
    // In our words: the server's may quote the address, and the library's the mail.
    throw new AppError("internal", { message: `The mail server ${new URL(smtpUrl).host} did not take a mail (${describe(error)}).` });
  } finally {
    transport.close();
  }
}

/** The recipient or the mail itself, by an answer of 5xx; a wrong password or a closed door may be mended. */
function isForGood(error: unknown): boolean {
  const { code, responseCode } = readFailure(error);
  return ["EENVELOPE", "EMESSAGE"].includes(code) && responseCode !== null && responseCode >= 500;
}

function describe(error: unknown): string {
  const { code, responseCode } = readFailure(error);
  return responseCode === null ? code : `${code} ${responseCode}`;
}

function readFailure(error: unknown): { code: string; responseCode: number | null } {
  const read = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : undefined);
  const responseCode = read("responseCode");
  return { code: String(read("code") ?? "unknown"), responseCode: typeof responseCode === "number" ? responseCode : null };
}
