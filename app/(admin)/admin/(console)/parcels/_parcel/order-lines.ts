import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import type { OrderLines } from "#components/admin/parcels/inspect/order-panel.tsx";
import { findCarrier } from "#lib/carriers/catalog.ts";
import { groupTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { InspectedTracker } from "#lib/shipments/inspect-tracker.ts";
import type { ItemReport } from "#lib/tracking/snapshot.ts";
import { momentText } from "#lib/view/console-time.ts";

export function orderLines({ id, mode, order }: Pick<InspectedTracker, "id" | "mode" | "order">, now: Instant): OrderLines | null {
  if (order === null) return null;
  return {
    number: order.externalId,
    href: hrefInMode("/admin/parcels", mode, { q: order.externalId }),
    email: order.customerEmail,
    placedAt: order.placedAt && momentText(order.placedAt, now),
    items: order.lineItems.map(itemLine),
    inParcel: (order.parcels.find(({ trackerId }) => trackerId === id)?.items ?? []).map(itemLine),
    parcels: order.parcels.map(({ trackerId, carrier, trackingNumber, status }) => ({
      id: trackerId,
      href: hrefInMode(`/admin/parcels/${trackerId}`, mode),
      number: groupTrackingNumber(carrier, trackingNumber),
      carrier: findCarrier(carrier)?.shortName ?? carrier,
      status,
      isThis: trackerId === id,
    })),
  };
}

const itemLine = ({ orderItemId, title, sku, quantity }: ItemReport) => ({
  key: orderItemId,
  title: title ?? sku ?? `Item ${orderItemId}`,
  quantity,
});
