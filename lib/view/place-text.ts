import { tidyPlaceName } from "#lib/places/tidy-place-name.ts";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import type { Place } from "#lib/tracking/place.ts";
import type { Voice } from "./voice.ts";

/** Where the postcode is written after city and region, as the carriers of these countries do. */
const POSTCODE_LAST: ReadonlySet<string | null> = new Set([null, "US", "CA", "AU", "NZ", "GB", "IE", "IN", "SG", "ZA"]);

/** "Sarcoxie, MO 64862", "12099 Berlin", "Leipzig, Germany"; null where no place was reported. */
export function placeText(place: Place, voice: Pick<Voice, "locale" | "isInternational">): string | null {
  const city = place.city && tidy(place.city);
  const region = place.region && tidyRegion(place.region);
  const isLast = POSTCODE_LAST.has(place.country);
  const town = isLast ? city : joined(" ", place.postalCode, city);
  const area = isLast ? joined(" ", region, place.postalCode) : region;
  const named = joined(", ", town, area) ?? facilityText(place);
  const country = place.country !== null && (voice.isInternational || named === null) ? countryName(voice.locale, place.country) : null;
  return country !== null && isCityState(place) ? country : joined(", ", named, country);
}

export function facilityText(place: Place): string | null {
  return place.facility && tidy(place.facility);
}

const tidied = boundedMemo<string>(20_000);

function tidy(name: string): string {
  return tidied(name, () => tidyPlaceName(name));
}

/** Hong Kong, Singapore, Monaco: city and country share one name, which is said once. */
function isCityState({ city, country }: Place): boolean {
  return city !== null && country !== null && countryName("en", country).toLowerCase() === city.toLowerCase();
}

/** "MO" is a code, "bayern" a name. */
function tidyRegion(region: string): string {
  return region.length <= 3 ? region.toUpperCase() : tidy(region);
}

function joined(separator: string, ...parts: (string | null)[]): string | null {
  return parts.filter(Boolean).join(separator) || null;
}

const displayNames = boundedMemo<Intl.DisplayNames>(50);
const countryNames = boundedMemo<string>(2000);

function countryName(locale: string, country: string): string {
  return countryNames(`${locale}|${country}`, () => {
    const names = displayNames(locale, () => new Intl.DisplayNames(locale, { type: "region", style: "short", fallback: "code" }));
    return /^[A-Z]{2}$/.test(country) ? (names.of(country) ?? country) : country;
  });
}
