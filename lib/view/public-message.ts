import type { Status } from "#lib/tracking/status.ts";
import type { Scan } from "#lib/tracking/tracker.ts";
import { PLAIN_WORDS } from "./plain-words.data.ts";

/** At somebody's door, the carrier's sentence may name them. */
const AT_THE_DOOR: ReadonlySet<Status> = new Set(["delivered", "available_for_pickup", "return_to_sender", "failure"]);

/** What introduces a signature: whatever follows is somebody. */
const SIGNATURE =
  /\bsign(?:ed|er|ature)\b(?! (?:is )?(?:required|requested|not required))|\bunterschr|\bsigné|\bfirmad|\bfirmato|\bgetekend|\bpodpis|署名|サイン|توقيع/iu;

/** What people are introduced by, in any scan: a name, a title, a hand-over, a call, a street. */
const PERSON_NEAR =
  /\b(?:name[ds]?|mr|mrs|ms|miss|dr|herrn?|frau|familie|recipient|receiver|receivers|consignee|addressee|customer|resident|occupant|attn|attention|left with|hand(?:ed|ing)?|given|taken|(?:received|accepted|collected|refused|claimed|picked up|requested|rescheduled) by|delivered to|care of|c\/o|phone|tel|call(?:ed)?|spoke|contact(?:ed)?|email|e-mail|street|str|stra(?:ss|ß)e|road|rd|avenue|ave|lane|drive|apartment|apt|suite|nachbar\p{L}*|neighbou?rs?|empf(?:ä|ae)nger\p{L}*|remis|remise|livré à|entregado|recibido|ontvangen|bezorgd|consegnato|levert|doręczon\p{L}*)(?![\p{L}])|@|\p{L}\s*:\s*\p{L}/iu;

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
const STATE_AND_ZIP = /\b([A-Z]{2})[ ,]+\d{5}(?:-\d{4})?\b/g;

export interface PublicMessageFacts {
  scan: Scan;
  /** Everybody known to have signed, anywhere in the tracker. */
  signers: readonly string[];
  carrierWords: ReadonlySet<string>;
}

/**
 * The carrier's sentence for a stranger's eyes: postcodes taken out, and null as soon as anything in what is left
 * could name a person, a street, a phone or an unknown number. Our own words for the substatus then stand in.
 */
export function publicMessage({ scan, signers, carrierWords }: PublicMessageFacts): string | null {
  if (scan.message === null) return null;
  const message = withoutPostcodes(scan.message, scan.place.postalCode);
  if (/\p{N}/u.test(message.replace(HARMLESS_NUMBERS, " "))) return null;
  if (SIGNATURE.test(message) || signers.some((signer) => names(message, signer))) return null;
  const mayName = AT_THE_DOOR.has(scan.status) || PERSON_NEAR.test(message);
  return mayName && !isPlain(message, scan, carrierWords) ? null : message;
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
  const placeWords = new Set(wordsOf(`${place.city ?? ""} ${place.region ?? ""}`));
  return wordsOf(message.replace(HARMLESS_NUMBERS, " ")).every(
    (word) => word.length === 1 || PLAIN_WORDS.has(word) || placeWords.has(word) || carrierWords.has(word),
  );
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
