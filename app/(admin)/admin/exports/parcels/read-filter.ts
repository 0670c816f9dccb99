import { findCarrier } from "#lib/carriers/catalog.ts";
import { isId } from "#lib/shared/ids.ts";
import type { ParcelFilter } from "#lib/shipments/search-parcels.ts";
import { PROVIDERS } from "#lib/tracking/snapshot.ts";
import { STATUSES } from "#lib/tracking/status.ts";

const ACTORS = ["anybody", "merchant", "recipient"] as const;

/** What the address of a list narrows it down to; null where it asks for something there is not, so that nobody takes all for a few. */
export function readFilter(query: URLSearchParams): ParcelFilter | null {
  const [status, carrier, actor, toldBy, source] = ["status", "carrier", "actor", "told_by", "source"].map(
    (name) => query.get(name) || null,
  );
  const filter = {
    ...(status && { status: STATUSES.find((word) => word === status) }),
    ...(carrier && { carrier: findCarrier(carrier)?.slug }),
    ...(actor && { actor: ACTORS.find((word) => word === actor) }),
    ...(toldBy && { toldBy: toldBy === "nobody" ? null : PROVIDERS.find((name) => name === toldBy) }),
    ...(source && { sourceId: isId("src", source) ? source : undefined }),
  };
  return Object.values(filter).includes(undefined) ? null : filter;
}
