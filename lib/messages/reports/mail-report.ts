/** What somebody behind us says of one mail: its address takes no mail, or its reader wants none. */
export interface MailReport {
  kind: "bounced" | "complained";
  /** As the report has it, with or without angle brackets; null where it holds none. */
  messageId: string | null;
  /** Null where it names none, or where nothing vouches for who wrote it. */
  address: string | null;
}
