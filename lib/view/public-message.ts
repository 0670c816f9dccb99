import type { Scan } from "#lib/tracking/tracker.ts";
import { PLAIN_WORDS } from "./plain-words.data.ts";
import { publicPlace } from "./public-place.ts";

/** What introduces a signature: whatever follows is somebody. */
const SIGNATURE =
  /\bsign(?:ed|er|ature)\b(?! (?:is )?(?:required|requested|not required))|\bunterschr|\bsigné|\bfirmad|\bfirmato|\bgetekend|\bpodpis|署名|サイン|توقيع/iu;

const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
/** Times and dates hold digits that tell nothing about anybody. */
const HARMLESS_NUMBERS = new RegExp(
  [
    String.raw`\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?`,
    String.raw`\b${MONTH}\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s20\d{2})?\b`,
    String.raw`\b\d{1,2}\s${MONTH}(?:\s20\d{2})?\b`,
    String.raw`\b20\d{2}-\d{2}-\d{2}\b`,
    String.raw`\b\d{1,2}([/.])\d{1,2}\1(?:20)?\d{2}\b`,
  ].join("|"),
  "gi",
);
const COUNTRY_NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const STATE_AND_ZIP = /\b([A-Z]{2})[ ,]+\d{5}(?:-\d{4})?\b/g;

export interface PublicMessageFacts {
  scan: Scan;
  /** Everybody known to have signed, anywhere in the tracker. */
  signers: readonly string[];
  carrierWords: ReadonlySet<string>;
}

/**
 * The carrier's sentence for a stranger's eyes: postcodes taken out, and null unless every word that is left is known to
 * name nobody. A word we don't know could be a person, a street, a gate code; our own words for the substatus then stand in.
 */
export function publicMessage({ scan, signers, carrierWords }: PublicMessageFacts): string | null {
  if (scan.message === null) return null;
  const message = withoutPostcodes(scan.message, scan.place.postalCode);
  if (/\p{N}/u.test(message.replace(HARMLESS_NUMBERS, " "))) return null;
  if (SIGNATURE.test(message) || signers.some((signer) => names(message, signer))) return null;
  return isPlain(message, scan, carrierWords) ? message : null;
}

function withoutPostcodes(message: string, own: string | null): string {
  const text = message.replace(STATE_AND_ZIP, "$1");
  return (own?.trim() ? text.split(own.trim()).join(" ") : text)
    .replace(/\s+/g, " ")
    .replace(/ ([,.;])/g, "$1")
    .replace(/,\./g, ".")
    .trim();
}

/** One part of the name is enough: "Left with TESTER" names A. Tester. */
function names(message: string, signer: string): boolean {
  const words = wordsOf(message);
  return wordsOf(signer).some((part) => part.length > 1 && words.includes(part)) || message.includes(signer.trim() || "\0");
}

function isPlain(message: string, { place }: Scan, carrierWords: ReadonlySet<string>): boolean {
  const { city, region, facility, country } = publicPlace(place);
  const countryName = country && /^[A-Z]{2}$/.test(country) ? COUNTRY_NAMES.of(country) : null;
  const placeWords = new Set(wordsOf([city, region, facility, countryName].filter(Boolean).join(" ")));
  return wordsOf(message.replace(HARMLESS_NUMBERS, " ")).every(
    (word) => word.length === 1 || PLAIN_WORDS.has(word) || placeWords.has(word) || carrierWords.has(word),
  );
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
