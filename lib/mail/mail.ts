import { z } from "zod";

export const mailSchema = z.object({
  to: z.string(),
  /** Stands before the sender's address, as whom it comes from. */
  senderName: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
});

export type Mail = z.output<typeof mailSchema>;

/** A domain's own signature on a mail. */
export interface MailSignature {
  domain: string;
  selector: string;
  /** PEM. */
  privateKey: string;
}

/** A PNG that travels with the mail; its HTML names it as `cid:<cid>`. */
export interface MailPicture {
  cid: string;
  bytes: Uint8Array;
}

/** A mail as it goes out. What is left out is the installation's own. */
export interface OutgoingMail extends Mail {
  fromAddress?: string;
  replyTo?: string;
  /** Without angle brackets; the same for every attempt at one mail, so that a receiver can tell a repetition. */
  messageId?: string;
  headers?: Readonly<Record<string, string>>;
  signature?: MailSignature;
  pictures?: readonly MailPicture[];
}

/** What the vault seals waiting mails for. */
export const MAIL_PURPOSE = "jobs.send_mail";
