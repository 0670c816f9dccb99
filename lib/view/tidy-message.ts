import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import { PLAIN_WORDS } from "./plain-words.data.ts";

const ACRONYMS: ReadonlySet<string> = new Set(["usps", "ups", "dhl", "dpd", "gls", "tnt", "po", "id", "us", "usa", "uk", "eu"]);
const US_STATES: ReadonlySet<string> = new Set(
  "al ak az ar ca co ct dc fl ga hi ia id il ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok pa pr ri sc sd tn tx ut va vt wa wi wv wy".split(
    " ",
  ),
);

/** The carrier's sentence as a person would write it: spaces in order, no full stop, and nobody shouting. */
export function tidyMessage(message: string): string {
  return tidied(message, () => tidy(message));
}

const tidied = boundedMemo<string>(5000);

function tidy(message: string): string {
  const text = message
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<!\.)[.]$/, "");
  return isShouted(text) ? sentenceCase(text) : text;
}

function isShouted(text: string): boolean {
  return /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Plain words in lower case, state codes and abbreviations as they are, what is left is taken for names. */
function sentenceCase(text: string): string {
  const calm = text.replace(/[\p{L}']+/gu, (shouted) => {
    const word = shouted.toLowerCase();
    if (ACRONYMS.has(word)) return shouted;
    if (PLAIN_WORDS.has(word)) return word;
    if (US_STATES.has(word)) return shouted;
    return shouted.charAt(0) + word.slice(1);
  });
  return calm.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
