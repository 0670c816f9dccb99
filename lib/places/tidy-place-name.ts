import { isFacilityWord } from "./facility-words.ts";
import { readRegion } from "./region.ts";

/** Words that stay small inside a name, in the languages whose names have them. */
const SMALL_WORDS = new Set(
  "a am an and aux bei by d da das de del della den der des di do dos du e en et i im in la las le les los of on op sous sur the un und upon van vor y zu".split(
    " ",
  ),
);
const ACRONYMS = new Set("DHL GLS IPC IPZ ISC JFK LAX NDC RDC UPS USPS UK USA".split(" "));

/**
 * A place's name in readable case: `LAS VEGAS` → `Las Vegas`, `MCKINNEY` → `McKinney`, `FRANKFURT AM MAIN` → `Frankfurt am Main`,
 * `OAK CREEK WI DISTRIBUTION CENTER` → `Oak Creek WI Distribution Center`. Names already in mixed case, or in scripts without case, stay as they are.
 */
export function tidyPlaceName(name: string): string {
  const text = name
    .trim()
    .replace(/(\S)\(/g, "$1 (")
    .replace(/\s+/g, " ");
  const isShouted = text === text.toUpperCase() && text !== text.toLowerCase();
  const isMumbled = text === text.toLowerCase() && text !== text.toUpperCase();
  if (!isShouted && !isMumbled) return text;
  const words = text.split(" ");
  return words
    .map((word, i) => tidyWord(word, { isFirst: i === 0, isLast: i === words.length - 1, next: words[i + 1] ?? null, isShouted }))
    .join(" ");
}

interface Setting {
  isFirst: boolean;
  isLast: boolean;
  next: string | null;
  isShouted: boolean;
}

function tidyWord(word: string, { isFirst, isLast, next, isShouted }: Setting): string {
  const bare = word.replace(/[^\p{L}]/gu, "");
  if (isShouted && (ACRONYMS.has(bare) || isStateCode(word, { isFirst, next }))) return word;
  if (!isFirst && !isLast && SMALL_WORDS.has(word.toLowerCase())) return word.toLowerCase();
  const parts = word.toLowerCase().split("-");
  return parts.map((part, i) => (i > 0 && i < parts.length - 1 && SMALL_WORDS.has(part) ? part : capitalise(part, isFirst))).join("-");
}

/** `WI` before `DISTRIBUTION CENTER`, or closing the name. */
function isStateCode(word: string, { isFirst, next }: Pick<Setting, "isFirst" | "next">): boolean {
  return (
    !isFirst &&
    /^[A-Z]{2}$/.test(word) &&
    readRegion("US", word) !== null &&
    (next === null || isFacilityWord(next.replace(/[^\p{L}]/gu, "")))
  );
}

function capitalise(word: string, isFirst: boolean): string {
  return word
    .replace(/^([^\p{L}]*)(\p{L})/u, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(
      /^(\p{Lu})(['’])(\p{Ll})(?=\p{L})/u,
      (_, first: string, mark: string, letter: string) => `${first === "D" && !isFirst ? "d" : first}${mark}${letter.toUpperCase()}`,
    );
}
