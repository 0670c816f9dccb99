import { type ParcelsWish, parcelsQuery, readParcelsWish } from "#lib/view/console-parcels-address.ts";

const FILTERS = Object.keys(readParcelsWish({})).filter((name) => name !== "q");

/** What a list's address narrows it down to; null where it asks for something there is not, so that nobody takes all for a few. */
export function readListAddress(query: URLSearchParams): ParcelsWish | null {
  const wish = readParcelsWish(Object.fromEntries(query));
  const understood = parcelsQuery(wish);
  return FILTERS.every((name) => !query.get(name) || name in understood) ? wish : null;
}
