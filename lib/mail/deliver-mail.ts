import type { Config } from "#lib/config/config.ts";
import { isDeadMailbox, readEnhancedStatus } from "./dead-mailbox.ts";
import type { MailSignature, OutgoingMail } from "./mail.ts";
import { openMailing } from "./mail-connections.ts";

/** What became of handing a mail over, in our words, which name nobody. */
export type MailOutcome =
  | { kind: "accepted" }
  /** For good, by an answer of 5xx. `isRecipient`: nothing will ever arrive at that address, whatever it says. */
  | { kind: "refused"; isRecipient: boolean; problem: string }
  /** Another try may help. */
  | { kind: "later"; problem: string }
  /** All of it was sent, and the connection lost before the answer: it may have been taken, or not. */
  | { kind: "unclear"; problem: string }
  | { kind: "no_mail" };

/** Hands one mail to the SMTP server, once. Never throws for what the server says. */
export async function deliverMail({ config }: { config: Pick<Config, "smtpUrl" | "mailFrom"> }, mail: OutgoingMail): Promise<MailOutcome> {
  const { smtpUrl, mailFrom } = config;
  if (smtpUrl === null) return { kind: "no_mail" };
  const { senderName, fromAddress = mailFrom, text, html, headers, signature, pictures = [], ...rest } = mail;
  const { mailer, isWritten } = openMailing(smtpUrl);
  try {
    await mailer.sendMail({
      ...rest,
      text: inLines(text),
      ...(html !== undefined && { html: inLines(html) }),
      from: { name: senderName, address: fromAddress },
      headers: { "Auto-Submitted": "auto-generated", ...headers },
      attachments: pictures.map(({ cid, bytes }) => ({
        cid,
        filename: `${cid}.png`,
        contentType: "image/png",
        content: Buffer.from(bytes),
      })),
      ...(mail.messageId !== undefined && { dsn: reportOptions(mail.messageId) }),
      ...(signature && { dkim: dkimOptions(signature) }),
    });
    return { kind: "accepted" };
  } catch (error) {
    const failure = readFailure(error);
    // In our words: the server's may quote the address, and the library's the mail.
    const problem = `The mail server ${new URL(smtpUrl).host} did not take a mail (${describe(failure)}).`;
    if (isForGood(failure)) return { kind: "refused", isRecipient: isRecipient(failure), problem };
    const isUnanswered = failure.responseCode === null && isWritten();
    return { kind: isUnanswered ? "unclear" : "later", problem };
  }
}

/** The longest name that a server takes for an envelope. RFC 3461, 4.4. */
const LONGEST_ENVELOPE_ID = 100;

/** What is asked of servers that can: to return no more than headers, and to name the mail. One with too long a name they would refuse. */
function reportOptions(messageId: string) {
  return { ...(messageId.length <= LONGEST_ENVELOPE_ID && { id: messageId }), return: "headers", notify: "failure" } as const;
}

/** The library signs a lone carriage return, and sends a line's end for it: no receiver would believe the signature. */
const inLines = (text: string) => text.replaceAll(/\r\n?/g, "\n");

/** The library's own fields, and the one without which a one-click unsubscription is not believed. RFC 8058, 4. */
const SIGNED_HEADERS =
  "From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:Content-Language:" +
  "In-Reply-To:References:Auto-Submitted:List-Id:List-Unsubscribe:List-Unsubscribe-Post";

function dkimOptions({ domain, selector, privateKey }: MailSignature) {
  return { domainName: domain, keySelector: selector, privateKey, headerFieldNames: SIGNED_HEADERS };
}

interface Failure {
  code: string;
  /** What the server was answering. */
  command: string;
  responseCode: number | null;
  /** Such as `5.1.1`. */
  status: string | null;
}

/** The recipient or the mail itself, by an answer of 5xx; a wrong password or a closed door may be mended. */
function isForGood({ code, responseCode }: Failure): boolean {
  return ["EENVELOPE", "EMESSAGE"].includes(code) && responseCode !== null && responseCode >= 500;
}

/** Our own address can be refused as well, and a mail for what it says. */
function isRecipient({ code, command, responseCode, status }: Failure): boolean {
  return code === "EENVELOPE" && command === "RCPT TO" && isDeadMailbox({ code: responseCode, status });
}

const describe = ({ code, responseCode, status }: Failure) => [code, responseCode, status].filter((part) => part !== null).join(" ");

function readFailure(error: unknown): Failure {
  const read = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : undefined);
  const responseCode = read("responseCode");
  return {
    code: String(read("code") ?? "unknown"),
    command: String(read("command") ?? ""),
    responseCode: typeof responseCode === "number" ? responseCode : null,
    status: readEnhancedStatus(String(read("response") ?? "")),
  };
}
