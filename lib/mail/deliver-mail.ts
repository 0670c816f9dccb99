import { createTransport } from "nodemailer";
import type { Config } from "#lib/config/config.ts";
import type { OutgoingMail } from "./mail.ts";

const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** What became of handing a mail over. `refused`: for good, by an answer of 5xx; `later`: another try may help. Problems are in our words and name nobody. */
export type MailOutcome =
  | { kind: "accepted" }
  | { kind: "refused" /** Whether it was the recipient, rather than the mail. */; isRecipient: boolean; problem: string }
  | { kind: "later"; problem: string }
  | { kind: "no_mail" };

/** Hands one mail to the SMTP server, once. Never throws for what the server says. */
export async function deliverMail({ config }: { config: Pick<Config, "smtpUrl" | "mailFrom"> }, mail: OutgoingMail): Promise<MailOutcome> {
  const { smtpUrl, mailFrom } = config;
  if (smtpUrl === null) return { kind: "no_mail" };
  const { senderName, fromAddress = mailFrom, headers, signature, ...rest } = mail;
  const transport = createTransport({ url: smtpUrl, ...TIMEOUTS, disableFileAccess: true, disableUrlAccess: true });
  try {
    await transport.sendMail({
      ...rest,
      from: { name: senderName, address: fromAddress },
      headers: { "Auto-Submitted": "auto-generated", ...headers },
      ...(signature && {
        dkim: { domainName: signature.domain, keySelector: signature.selector, privateKey: signature.privateKey },
      }),
    });
    return { kind: "accepted" };
  } catch (error) {
    const failure = readFailure(error);
    // In our words: the server's may quote the address, and the library's the mail.
    const problem = `The mail server ${new URL(smtpUrl).host} did not take a mail (${describe(failure)}).`;
    return isForGood(failure) ? { kind: "refused", isRecipient: failure.code === "EENVELOPE", problem } : { kind: "later", problem };
  } finally {
    transport.close();
  }
}

interface Failure {
  code: string;
  responseCode: number | null;
}

/** The recipient or the mail itself, by an answer of 5xx; a wrong password or a closed door may be mended. */
function isForGood({ code, responseCode }: Failure): boolean {
  return ["EENVELOPE", "EMESSAGE"].includes(code) && responseCode !== null && responseCode >= 500;
}

const describe = ({ code, responseCode }: Failure) => (responseCode === null ? code : `${code} ${responseCode}`);

function readFailure(error: unknown): Failure {
  const read = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : undefined);
  const responseCode = read("responseCode");
  return { code: String(read("code") ?? "unknown"), responseCode: typeof responseCode === "number" ? responseCode : null };
}
