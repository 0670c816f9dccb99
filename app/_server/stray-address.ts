import { splitMangledPath } from "#lib/shared/mangled-link.ts";
import { confirmPath, preferencesPath, unsubscribePath } from "#lib/view/page-links.ts";
import type { TrackingAddress } from "./find-parcel.ts";

/** A parcel's address that the router did not see as one: its first word in capitals, or its slashes encoded. */
export function readStrayAddress(path: string): TrackingAddress | null {
  const segments = segmentsOf(path);
  const hasMerchant = segments.length === 4 && segments[0]?.toLowerCase() === "tracking";
  if (!hasMerchant && segments.length !== 2) return null;
  const [carrier = "", trackingNumber = ""] = segments.slice(-2);
  return { merchant: hasMerchant ? (segments[1] ?? "") : null, carrier, trackingNumber };
}

const PREFERENCES_PAGES: ReadonlyMap<string, (token: string) => string> = new Map([
  ["", preferencesPath],
  ["confirm", confirmPath],
  ["unsubscribe", unsubscribePath],
]);

/** Where a mailed link to a shopper's news led before its last word was mangled; null for every other address. */
export function readStrayPreferences(path: string): string | null {
  const [first, token = "", page = "", ...more] = segmentsOf(path.toLowerCase());
  if (first !== "preferences" || more.length > 0 || !/^[a-z\d]+$/.test(token)) return null;
  return PREFERENCES_PAGES.get(page)?.(token) ?? null;
}

const segmentsOf = (path: string) =>
  splitMangledPath(path)
    .path.split("/")
    .filter((segment) => segment !== "");
