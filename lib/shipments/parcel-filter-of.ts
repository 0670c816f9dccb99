import { DAY_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import { isId } from "#lib/shared/ids.ts";
import type { ParcelsWish } from "#lib/view/console-parcels-address.ts";
import type { ParcelFilter } from "./search-parcels.ts";

const ACTORS = { anybody: "anybody", shop: "merchant", shopper: "recipient" } as const;

/** What a list's address asks for, as the search takes it. */
export function parcelFilterOf({ status, needs, carrier, source, age, silent }: ParcelsWish, now: Instant): ParcelFilter {
  const daysAgo = (days: number) => plusMs(now, -days * DAY_MS);
  return {
    ...(status !== null && { status }),
    ...(needs !== null && { actor: ACTORS[needs] }),
    ...(carrier !== null && { carrier }),
    ...(source !== null && (isId("src", source) ? { sourceId: source } : { toldBy: source === "nobody" ? null : source })),
    ...(age !== null && { registeredFrom: daysAgo(age) }),
    ...(silent !== null && { silentSince: daysAgo(silent) }),
  };
}
