/** Of the codes for addresses, those for the recipient's: no such mailbox, host or spelling. RFC 3463, 3.2. */
const RECIPIENT_CODES = new Set(["5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"]);

/**
 * Whether what a mail server said means that nothing will ever arrive at an address. The enhanced status code decides where there is one:
 * 550 also stands for policy and content, which say nothing of the address.
 */
export function isDeadMailbox({ code, status }: { code: number | null; status: string | null }): boolean {
  return status === null ? code === 550 : RECIPIENT_CODES.has(status);
}

/** `550 5.1.1 no such user` → `5.1.1`. */
export function readEnhancedStatus(answer: string): string | null {
  return /^\s*\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1] ?? null;
}
