import { readCountry } from "#lib/places/read-country.ts";
import { readRegion } from "#lib/places/region.ts";
import { NOWHERE, type Place } from "#lib/tracking/place.ts";

const US_ZIP = /^\d{5}(?:-\d{4})?$/;
const TWO_LETTERS = /^[A-Z]{2}$/i;

/**
 * Reads a carrier detail's one-line place from its end: `HOUSTON TX, 77001`, `ORLANDO FL US`, `BROOKLYN HGTS NY US`, `SHENZHEN CN`.
 * What it cannot tell apart stays in `city`, as written.
 */
export function readLocationText(text: string | null): Place | null {
  const words = (text ?? "").split(/[\s,]+/).filter((word) => word !== "");
  if (words.length === 0) return null;
  const postalCode = takeLast(words, (word) => US_ZIP.test(word));
  const beforeLast = words.at(-2) ?? "";
  const hasRegionBefore = isRegion(beforeLast) && words.length > 2;
  const country = takeLast(words, (word) => TWO_LETTERS.test(word) && readCountry(word) !== null && (hasRegionBefore || !isRegion(word)));
  const region = takeLast(words, (word) => (country === null ? isRegion(word) : readRegion(country.toUpperCase(), word) !== null));
  return {
    ...NOWHERE,
    city: words.join(" "),
    region: region?.toUpperCase() ?? null,
    postalCode,
    country: country?.toUpperCase() ?? null,
  };
}

/** Never takes the only word left: that is the place itself. */
function takeLast(words: string[], isWanted: (word: string) => boolean): string | null {
  const last = words.at(-1);
  return last !== undefined && words.length > 1 && isWanted(last) ? (words.pop() ?? null) : null;
}

function isRegion(word: string): boolean {
  return TWO_LETTERS.test(word) && (readRegion("US", word) !== null || readRegion("CA", word) !== null);
}
