import { type RandomBytes, randomToken } from "#lib/shared/ids.ts";

/** What a format takes as a shared secret. */
export interface SecretRule {
  make(random: RandomBytes): string;
  /** Null for a good one; else what is wrong, to finish a sentence that begins with the secret. */
  findFault(secret: string): string | null;
}

const PREFIX = "whsec_";
const [FEWEST_BYTES, MOST_BYTES] = [24, 64];
const LONGEST_TEXT = 256;

/** `whsec_` and base64, as Standard Webhooks has it. */
export const standardSecret: SecretRule = {
  make: (random) => PREFIX + Buffer.from(random(32)).toString("base64"),
  findFault(secret) {
    const encoded = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : "";
    const bytes = Buffer.from(encoded, "base64");
    const isWhole = bytes.toString("base64") === encoded && bytes.length >= FEWEST_BYTES && bytes.length <= MOST_BYTES;
    return isWhole ? null : `must be ${PREFIX} and the base64 of ${FEWEST_BYTES} to ${MOST_BYTES} random bytes; leave it out to get one`;
  },
};

export const anyText: SecretRule = {
  make: randomToken,
  findFault(secret) {
    const isGood = secret.length > 0 && secret.length <= LONGEST_TEXT && secret.isWellFormed() && !secret.includes("\0");
    return isGood ? null : `must be a text of 1 to ${LONGEST_TEXT} characters`;
  },
};
