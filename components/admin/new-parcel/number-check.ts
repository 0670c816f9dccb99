/** What may be said of a number before it is registered, as the server says it. */
export type NumberCheck =
  | { kind: "malformed" }
  | { kind: "carrier_needed"; candidates: readonly string[]; nearMisses: readonly { carrier: string; reason: string }[] }
  | { kind: "ready"; carrier: string; numberText: string; mistype: string | null; knownAs: string | null };

export const MOST_NUMBERS = 100;

/** One number a line, as people paste them: also with commas, and twice. */
export function readLines(text: string): string[] {
  const numbers = text
    .split(/[\n,;\t]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return [...new Set(numbers)];
}
