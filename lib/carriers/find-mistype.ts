import type { CarrierSlug } from "./catalog.ts";
import { FORMATS } from "./formats.ts";
import { matchFormat } from "./match-format.ts";
import { nearMissReason } from "./near-miss-reason.ts";

/**
 * Why a number is surely no number of this carrier: it has a shape that only this carrier's numbers have, its check digit is wrong,
 * and it has no other shape that carriers use. A sentence for the person who typed it; null where there is the least doubt.
 * `number` is normalized.
 */
export function findMistype(carrier: CarrierSlug, number: string): string | null {
  const matches = FORMATS.map((format) => ({ format, match: matchFormat(format, number) }));
  if (matches.some(({ match }) => match.kind === "match")) return null;
  for (const { format, match } of matches) {
    if (match.kind === "check_digit_wrong" && match.carrier === carrier && format.distinctive) return nearMissReason(format, number, match);
  }
  return null;
}
