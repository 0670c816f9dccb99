import type { Queryable } from "#lib/db/engine/database.ts";
import { itemsColumn } from "#lib/db/json-columns.ts";
import { findOrder } from "#lib/db/queries/orders.ts";
import { listParcelsOfOrders } from "#lib/db/queries/trackers.ts";
import type { MerchantId, OrderId, TrackerId } from "#lib/shared/ids.ts";
import type { OrderFacts } from "#lib/view/tracking-view-input.ts";

/** The order a parcel belongs to, with the keys of its other parcels: for the private page only. */
export async function loadOrder(
  db: Queryable,
  input: { merchantId: MerchantId; orderId: OrderId; currentTrackerId: TrackerId },
): Promise<OrderFacts | null> {
  const identity = { id: input.orderId, merchantId: input.merchantId };
  const [order, parcels] = await Promise.all([
    findOrder(db, identity),
    listParcelsOfOrders(db, { merchantId: input.merchantId, ids: [input.orderId] }),
  ]);
  if (!order) return null;
  return {
    externalId: order.external_id,
    lineItems: itemsColumn.read(order.line_items),
    parcels: parcels.map((row) => ({
      carrier: row.carrier,
      trackingNumber: row.tracking_number,
      key: row.private_key,
      status: row.status,
      items: itemsColumn.read(row.parcel_items),
      primary: row.is_primary === 1,
      isCurrent: row.id === input.currentTrackerId,
    })),
  };
}
