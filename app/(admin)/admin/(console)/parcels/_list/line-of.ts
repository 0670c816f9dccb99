import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import type { ParcelLine } from "#components/admin/parcels/parcel-table.tsx";
import type { Brand } from "#lib/branding/brand.ts";
import { findCarrier } from "#lib/carriers/catalog.ts";
import { groupTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { ListedParcel } from "#lib/shipments/search-parcels.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { buildParcelGlance } from "#lib/view/console-parcel.ts";
import { PROVIDER_NAMES } from "#lib/view/provider-name.ts";
import { toDoFor } from "./to-do-for.ts";

export function lineOf(parcel: ListedParcel, { mode, now, brand }: { mode: Mode; now: Instant; brand: Brand }): ParcelLine {
  const { tracker, toldBy, source } = parcel;
  return {
    id: parcel.id,
    href: hrefInMode(`/admin/parcels/${parcel.id}`, mode),
    number: groupTrackingNumber(tracker.carrier, tracker.trackingNumber),
    carrier: findCarrier(tracker.carrier)?.shortName ?? tracker.carrier,
    orderNumber: parcel.orderNumber,
    status: tracker.status,
    toDo: toDoFor(tracker),
    toldBy: [toldBy && PROVIDER_NAMES[toldBy], source].filter(Boolean).join(", "),
    isWatched: parcel.isWatched,
    ...buildParcelGlance({ ...parcel, brand, now }),
  };
}
