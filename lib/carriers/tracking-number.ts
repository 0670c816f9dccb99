import type { CarrierSlug } from "./catalog.ts";
import { FORMATS } from "./formats.ts";

const ZEROS = ["\u0660", "\u06F0", "\u0966", "\u09E6", "\u0E50"].map((zero) => zero.charCodeAt(0));
const LOCAL_DIGIT = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0E50-\u0E59]/g;
const IGNORED = /[\p{White_Space}\p{Pd}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\u2212\uFEFF]/gu;
const ALLOWED = /^[A-Z0-9_]{4,40}$/;
/** Far above any label with its spaces; longer text is no number and is not worth reading. */
export const LONGEST_NUMBER_TEXT = 200;

function latinDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit : String(code - zero);
}

/**
 * The one spelling of a tracking number: Latin upper case, no spaces or dashes, 4 to 40 of `A–Z 0–9 _`.
 * Full-width and other scripts' digits are read as what they mean. Null when it cannot be a number.
 */
export function normalizeTrackingNumber(raw: string): string | null {
  if (raw.length > LONGEST_NUMBER_TEXT) return null;
  const number = raw.normalize("NFKC").replace(IGNORED, "").replace(LOCAL_DIGIT, latinDigit);
  if (!/^\w+$/.test(number)) return null;
  const upper = number.toUpperCase();
  return ALLOWED.test(upper) ? upper : null;
}

const FOURS: readonly number[] = [4];
const SHORTEST_GROUPED = 9;

/** For the eye and for reading aloud: "9405 5118 9922 3197 4284 90". Test tokens and short numbers stay whole. */
export function groupTrackingNumber(carrier: CarrierSlug, number: string): string {
  if (number.includes("_") || number.length < SHORTEST_GROUPED) return number;
  const format =
    FORMATS.find((each) => each.carrier === carrier && each.pattern.test(number)) ??
    FORMATS.find((each) => typeof each.carrier !== "string" && each.pattern.test(number));
  const sizes = format?.groups ?? FOURS;
  const groups: string[] = [];
  for (let start = 0, index = 0; start < number.length; index++) {
    const size = sizes[Math.min(index, sizes.length - 1)] ?? 4;
    groups.push(number.slice(start, start + size));
    start += size;
  }
  return groups.join(" ");
}
