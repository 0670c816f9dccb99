import { z } from "zod";

export const mailSchema = z.object({
  to: z.string(),
  /** Stands before our own address, as whom it comes from. */
  senderName: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
});

export type Mail = z.output<typeof mailSchema>;

/** What the vault seals waiting mails for. */
export const MAIL_PURPOSE = "jobs.send_mail";
