import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { buildTrackingPath } from "#lib/carriers/tracking-path.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import type { Mode, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { takeNews } from "./take-news.ts";

type Change = Awaited<ReturnType<typeof takeNews>>["change"];

/** What a payload's word about a parcel came to, and where its pages are. */
export interface IngestedParcel {
  trackerId: TrackerId;
  carrier: CarrierSlug;
  trackingNumber: string;
  mode: Mode;
  change: Change;
  status: Status;
  /** The page's path on the merchant's own host. */
  path: string;
  /** The same with the key that opens the private page: for the merchant and the shopper only. */
  privatePath: string;
}

export function describeParcel(
  { carrier, trackingNumber, mode }: TrackerSnapshot,
  row: { id: TrackerId; status: Status; private_key: string },
  change: Change,
): IngestedParcel {
  const path = buildTrackingPath(carrier, trackingNumber);
  return {
    trackerId: row.id,
    carrier,
    trackingNumber,
    mode,
    change,
    status: row.status,
    path,
    privatePath: `${path}?key=${row.private_key}`,
  };
}
