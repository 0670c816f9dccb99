import type { Queryable } from "#lib/db/engine/database.ts";
import { itemsColumn } from "#lib/db/json-columns.ts";
import { lockOrder, updateOrder } from "#lib/db/queries/orders.ts";
import type { OrdersTable, TrackersTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { newId } from "#lib/shared/ids.ts";
import type { Mode, OrderReport, TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import { type AsOf, compareAsOf } from "./as-of.ts";
import { isLaterEmail, tellCustomerEmail } from "./customer-email.ts";
import type { FoldContext } from "./fold-context.ts";

export type OrderColumns = Pick<TrackersTable, "order_id" | "parcel_items" | "is_primary" | "order_as_of">;

/** Records the order a snapshot speaks of, and answers what that changes on the tracker's row. The later picture wins, however late it comes. */
export async function attachOrder(
  trx: Queryable,
  ctx: FoldContext,
  row: TrackersTable,
  snapshot: TrackerSnapshot,
): Promise<Partial<OrderColumns>> {
  const { order, asOf, mode } = snapshot;
  if (order === null) return {};
  const stored = await openOrder(trx, ctx, { ...order, asOf, mode });
  const changes = { ...newsOfItems(order, asOf, stored), ...newsOfShopper(ctx, order, asOf, stored) };
  if (Object.keys(changes).length > 0) {
    await updateOrder(trx, { id: stored.id, merchantId: ctx.merchantId }, { ...changes, updated_at: ctx.now });
  }

  const parcel = pictureOf(asOf, order.parcel.items);
  if (row.order_id !== null && !isLater(parcel, { asOf: row.order_as_of, items: row.parcel_items })) return {};
  return { order_id: stored.id, parcel_items: parcel.items, is_primary: order.parcel.primary ? 1 : 0, order_as_of: parcel.asOf };
}

/** The order's row, made if need be, locked until the transaction ends. Whoever locks trackers as well locks those first. */
export async function openOrder(
  trx: Queryable,
  ctx: FoldContext,
  order: Pick<OrderReport, "externalId" | "placedAt" | "lineItems" | "customerEmail"> & { asOf: Instant | null; mode: Mode },
): Promise<OrdersTable> {
  const picture = pictureOf(order.asOf, order.lineItems);
  return lockOrder(trx, {
    id: newId("ord", ctx.random),
    merchant_id: ctx.merchantId,
    mode: order.mode,
    external_id: order.externalId,
    placed_at: order.placedAt,
    as_of: picture.asOf,
    created_at: ctx.now,
    updated_at: ctx.now,
    line_items: picture.items,
    ...tellCustomerEmail(ctx, { email: order.customerEmail, asOf: picture.asOf }),
  });
}

function newsOfItems(order: OrderReport, asOf: Instant | null, stored: OrdersTable): Partial<OrdersTable> {
  const picture = pictureOf(asOf, order.lineItems);
  if (!isLater(picture, { asOf: stored.as_of, items: stored.line_items })) return {};
  return { line_items: picture.items, as_of: picture.asOf, placed_at: order.placedAt ?? stored.placed_at };
}

function newsOfShopper(ctx: FoldContext, order: OrderReport, asOf: Instant | null, stored: OrdersTable): Partial<OrdersTable> {
  const told = tellCustomerEmail(ctx, { email: order.customerEmail, asOf: asOf ?? "" }, stored);
  return isLaterEmail(told, stored) ? told : {};
}

interface Picture {
  asOf: AsOf;
  items: string;
}

function pictureOf(asOf: Instant | null, items: OrderReport["lineItems"]): Picture {
  return { asOf: asOf ?? "", items: itemsColumn.write(items) };
}

const NO_ITEMS = itemsColumn.write([]);

/** A total order, so that shuffled deliveries end alike: any items before none, then by date, then by content. */
function isLater(a: Picture, b: Picture): boolean {
  if ((a.items === NO_ITEMS) !== (b.items === NO_ITEMS)) return b.items === NO_ITEMS;
  const order = compareAsOf(a.asOf, b.asOf);
  return order === 0 ? a.items > b.items : order > 0;
}
