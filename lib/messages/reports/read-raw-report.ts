import PostalMime, { type Attachment } from "postal-mime";
import { isDeadMailbox, readEnhancedStatus } from "#lib/mail/dead-mailbox.ts";
import type { MailReport } from "./mail-report.ts";

/** Deeper than any report are somebody's attempt. */
const LIMITS = { maxNestingDepth: 10, maxHeadersSize: 256 * 1024 } as const;
/** So are more parts, which take their time: some ten are usual, and in the mail that came back a line may look like another. */
const MOST_BOUNDARIES = 1000;

/**
 * A mail that tells of another: a delivery status (RFC 3464) or a complaint (RFC 5965). Null where it is neither. Anybody can write one,
 * so the address in it counts for nothing: what only our server and the recipient's can know is which mail it is about.
 */
export async function readRawReport(bytes: Uint8Array): Promise<MailReport[] | null> {
  if (countBoundaries(bytes) > MOST_BOUNDARIES) return null;
  const mail = await PostalMime.parse(bytes, { ...LIMITS, forceRfc822Attachments: true, attachmentEncoding: "utf8" }).catch(() => null);
  const parts = mail?.attachments ?? [];
  const messageId = fieldsOf(textOf(parts, RETURNED) ?? "")[0]?.get("message-id") ?? null;
  const status = textOf(parts, /^message\/(?:global-)?delivery-status$/);
  if (status !== undefined) return readDeliveryStatus(status, messageId);
  const feedback = textOf(parts, /^message\/feedback-report$/);
  return feedback === undefined ? null : readFeedback(feedback, messageId);
}

/** The mail itself, or as much of it as came back. */
const RETURNED = /^(?:message\/(?:rfc822|global)(?:-headers)?|text\/rfc822-headers)$/;

function countBoundaries(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString("latin1");
  let count = 0;
  for (let at = text.indexOf("\n--"); at >= 0; at = text.indexOf("\n--", at + 3)) count++;
  return count;
}

function textOf(parts: readonly Attachment[], type: RegExp): string | undefined {
  const content = parts.find(({ mimeType }) => type.test(mimeType))?.content;
  return typeof content === "string" ? content : undefined;
}

/** The first block is about the mail, each further one about a recipient: of our mails there is one. Some servers return what we named the mail, and nothing of it. */
function readDeliveryStatus(text: string, messageId: string | null): MailReport[] {
  const [mail, ...recipients] = fieldsOf(text);
  const known = messageId ?? mail?.get("original-envelope-id") ?? null;
  return recipients.some(isDead) ? [{ kind: "bounced", messageId: known, address: null }] : [];
}

/** Some servers only ever say 5.0.0, and leave it to what the other one said. */
function isDead(fields: Fields): boolean {
  if (fields.get("action")?.toLowerCase() !== "failed") return false;
  const said = /\b[45]\d{2}[ -].*/.exec(fields.get("diagnostic-code") ?? "")?.[0] ?? "";
  const status = /^\d\.\d{1,3}\.\d{1,3}/.exec(fields.get("status") ?? "")?.[0];
  const isTelling = status !== undefined && !status.endsWith(".0.0");
  return isDeadMailbox({ code: Number(said.slice(0, 3)) || null, status: isTelling ? status : readEnhancedStatus(said) });
}

function readFeedback(text: string, messageId: string | null): MailReport[] {
  const [fields = new Map<string, string>()] = fieldsOf(text);
  if (fields.get("feedback-type")?.toLowerCase() === "not-spam") return [];
  return [{ kind: "complained", messageId, address: null }];
}

type Fields = ReadonlyMap<string, string>;

/** Blocks of header fields, unfolded; of several with one name the first counts. */
function fieldsOf(text: string): Fields[] {
  const blocks = text
    .replaceAll("\r\n", "\n")
    .replaceAll(/\n[ \t]+/g, " ")
    .split(/\n\n+/);
  return blocks
    .filter((block) => block.trim() !== "")
    .map((block) => {
      const fields = new Map<string, string>();
      for (const line of block.split("\n")) {
        const name = /^([\w-]+):/.exec(line)?.[1]?.toLowerCase();
        if (name !== undefined && !fields.has(name)) fields.set(name, line.slice(name.length + 1).trim());
      }
      return fields;
    });
}
