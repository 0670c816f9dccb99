import { dialingPlanOf } from "./calling-codes.data.ts";

export type PhoneNumberRead =
  | { kind: "number" /** E.164: `+491713920012`. */; number: string }
  /** Written as at home, and where that is nobody knows. */
  | { kind: "country_needed" }
  | { kind: "malformed" };

/** What people put between digits. */
const GAPS = /[\s().\-‐-―/·\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const E164 = /^\+[1-9]\d{7,14}$/;
/** German, British and Swiss cards print +49 (0)151 …: dialled from abroad it is none of the number. */
const PRINTED_TRUNK = /^(\s*(?:\+|00)\s*\d{1,3}\s*)\(0\)/;

/**
 * A phone number as people write it → E.164. Without `+` or `00` it is read as dialled inside `country`, and only where its length is
 * right there: a message to a wrong number goes to a stranger.
 */
export function readPhoneNumber(text: string, country: string | null): PhoneNumberRead {
  const written = asciiDigits(text).replace(PRINTED_TRUNK, "$1").replace(GAPS, "").replace(/^00/, "+");
  if (written.startsWith("+")) return E164.test(written) ? { kind: "number", number: written } : { kind: "malformed" };
  if (!/^\d{4,15}$/.test(written)) return { kind: "malformed" };

  const plan = dialingPlanOf(country);
  if (plan === null) return { kind: "country_needed" };
  const [fewest, most] = plan.digits;
  const withoutTrunk = plan.trunk !== "" && written.startsWith(plan.trunk) ? written.slice(plan.trunk.length) : written;
  const isRight = withoutTrunk.length >= fewest && withoutTrunk.length <= most;
  return isRight ? { kind: "number", number: `+${plan.code}${withoutTrunk}` } : { kind: "malformed" };
}

/** Arabic and full-width digits are digits. */
function asciiDigits(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
