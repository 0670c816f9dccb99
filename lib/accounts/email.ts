import { z } from "zod";

const emailSchema = z.email();
const LONGEST = 254;

/**
 * An address as accounts keep it: trimmed and in lower case; null for what is none.
 * Only ASCII passes, so no letter that merely looks like another, or becomes it in lower case, can stand for somebody else.
 */
export function parseEmail(text: string): string | null {
  const email = text.trim();
  return email.length <= LONGEST && emailSchema.safeParse(email).success ? email.toLowerCase() : null;
}
