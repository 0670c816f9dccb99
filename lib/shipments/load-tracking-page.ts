import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { routeMapColumn, trackerColumn } from "#lib/db/json-columns.ts";
import { findTrackerPage } from "#lib/db/queries/trackers.ts";
import type { RouteMap } from "#lib/places/route-map.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, TrackerId } from "#lib/shared/ids.ts";
import { stableDigest } from "#lib/tracking/stable-digest.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import type { OrderFacts } from "#lib/view/tracking-view-input.ts";
import { loadOrder } from "./load-order.ts";
import { matchKey } from "./match-key.ts";

export interface LoadTrackingPageInput {
  merchantId: MerchantId;
  carrier: CarrierSlug;
  /** Normalized. */
  trackingNumber: string;
  /** `?key=` as it came; a wrong one shows the public page. */
  key: string | null;
}

interface TrackingPageRecord {
  trackerId: TrackerId;
  tracker: Tracker;
  routeMap: RouteMap | null;
  /** When a source last told us anything, new or not. */
  checkedAt: Instant;
  updatedAt: Instant;
  /** Counts up with every change of the parcel. */
  version: number;
  /** Changes when anything this tier shows of the parcel changes: the parcel's part of an ETag. */
  revision: string;
}

export type TrackingPage =
  | ({ kind: "found"; tier: "public" } & TrackingPageRecord & { order: null; key: null })
  | ({ kind: "found"; tier: "private" } & TrackingPageRecord & { order: OrderFacts | null; key: string })
  /** Nobody registered it here yet. Another merchant may have: this never tells. */
  | { kind: "not_yet_known" };

/** Everything one parcel's page is drawn from, in one look-up; the private tier costs two more. */
export async function loadTrackingPage(ctx: { db: Database }, input: LoadTrackingPageInput): Promise<TrackingPage> {
  const { key, merchantId } = input;
  const row = await findTrackerPage(ctx.db, input);
  const isPrivate = key !== null && matchKey(key, row?.private_key ?? null);
  if (!row) return { kind: "not_yet_known" };

  const tracker = trackerColumn.read(row.document);
  const record: TrackingPageRecord = {
    trackerId: row.id,
    tracker,
    routeMap: row.route_map === null ? null : routeMapColumn.read(row.route_map),
    checkedAt: row.checked_at,
    updatedAt: row.updated_at,
    version: row.version,
    revision: `${tracker.mode}.${tracker.epoch}.${row.version}`,
  };
  if (!isPrivate) return { kind: "found", tier: "public", ...record, order: null, key: null };

  const order = row.order_id && (await loadOrder(ctx.db.kysely, { merchantId, orderId: row.order_id, currentTrackerId: row.id }));
  // An order changes without its parcel, by a sibling's news for one.
  const revision = order ? `${record.revision}.${stableDigest(order)}` : record.revision;
  return { kind: "found", tier: "private", ...record, revision, order, key };
}
