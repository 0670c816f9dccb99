import type { ItemReport } from "#lib/tracking/snapshot.ts";
import { pagePath, viewerQuery } from "./page-links.ts";
import type { Redacted } from "./redact.ts";
import type { ItemView, OrderView } from "./tracking-view.ts";
import type { OrderFacts } from "./tracking-view-input.ts";
import type { Voice } from "./voice.ts";

/** The order around a parcel; null on the public tier, where `redact` left none. */
export function orderView({ order, viewer }: Redacted, { t }: Pick<Voice, "t">): OrderView | null {
  if (order === null) return null;
  const itemView = ({ title, sku, quantity }: ItemReport): ItemView => ({
    title: title ?? sku ?? t("order.item"),
    quantity: t("order.quantity", { count: quantity }),
  });
  const total = order.parcels.length;
  return {
    heading: t("order.this_parcel"),
    items: order.parcels.filter(({ isCurrent }) => isCurrent).flatMap(({ items }) => items.map(itemView)),
    parcelsHeading: t("order.all_parcels"),
    parcels: order.parcels.map((parcel, index) => ({
      label: t("order.parcel", { number: index + 1, total }),
      statusText: t(`status.${parcel.status}`),
      href: `${pagePath(parcel, viewer)}${viewerQuery({ ...viewer, key: parcel.key })}`,
      isCurrent: parcel.isCurrent,
    })),
    stillToShipHeading: t("order.still_to_ship"),
    stillToShip: stillToShip(order).map(itemView),
  };
}

/** What the order's lines hold beyond what all parcels together do. */
export function stillToShip({ lineItems, parcels }: OrderFacts): ItemReport[] {
  const sent = new Map<string, number>();
  for (const { orderItemId, quantity } of parcels.flatMap(({ items }) => items)) {
    sent.set(orderItemId, (sent.get(orderItemId) ?? 0) + quantity);
  }
  return lineItems
    .map((line) => ({ ...line, quantity: line.quantity - (sent.get(line.orderItemId) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
}

/** "Order 28002-A · parcel 1 of 2" */
export function kicker({ order }: Redacted, { t }: Pick<Voice, "t">): string | null {
  if (order === null) return null;
  const number = order.parcels.findIndex(({ isCurrent }) => isCurrent) + 1;
  const total = order.parcels.length;
  return number > 0 && total > 1
    ? t("kicker.order_parcel", { order: order.externalId, number, total })
    : t("kicker.order", { order: order.externalId });
}
