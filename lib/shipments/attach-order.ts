import type { Queryable } from "#lib/db/engine/database.ts";
import { lockOrder, updateOrder } from "#lib/db/queries/orders.ts";
import type { TrackersTable } from "#lib/db/schema.ts";
import { epochMsOf, type Instant } from "#lib/shared/clock.ts";
import { newId } from "#lib/shared/ids.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import type { FoldContext } from "./fold-context.ts";
import { itemsColumn } from "./stored-tracker.ts";

type OrderColumns = Pick<TrackersTable, "order_id" | "parcel_items" | "is_primary" | "order_as_of">;

/** Records the order a snapshot speaks of, and answers what that changes on the tracker's row. The later picture wins, however late it comes. */
export async function attachOrder(
  trx: Queryable,
  ctx: FoldContext,
  row: TrackersTable,
  snapshot: TrackerSnapshot,
): Promise<Partial<OrderColumns>> {
  const { order, asOf, mode } = snapshot;
  if (order === null) return {};
  const picture = { asOf: asOf ?? "", items: itemsColumn.write(order.lineItems) } as const;

  const stored = await lockOrder(trx, {
    id: newId("ord", ctx.random),
    merchant_id: ctx.merchantId,
    mode,
    external_id: order.externalId,
    placed_at: order.placedAt,
    as_of: picture.asOf,
    created_at: ctx.now,
    updated_at: ctx.now,
    line_items: picture.items,
  });
  if (isLater(picture, { asOf: stored.as_of, items: stored.line_items })) {
    await updateOrder(
      trx,
      { id: stored.id, merchantId: ctx.merchantId },
      { line_items: picture.items, as_of: picture.asOf, placed_at: order.placedAt ?? stored.placed_at, updated_at: ctx.now },
    );
  }

  const parcel = { asOf: picture.asOf, items: itemsColumn.write(order.parcel.items) } as const;
  if (row.order_id !== null && !isLater(parcel, { asOf: row.order_as_of, items: row.parcel_items })) return {};
  return { order_id: stored.id, parcel_items: parcel.items, is_primary: order.parcel.primary ? 1 : 0, order_as_of: parcel.asOf };
}

interface Picture {
  asOf: Instant | "";
  items: string;
}

const NO_ITEMS = itemsColumn.write([]);

/** A total order, so that shuffled deliveries end alike: any items before none, then by date, then by content. */
function isLater(a: Picture, b: Picture): boolean {
  if ((a.items === NO_ITEMS) !== (b.items === NO_ITEMS)) return b.items === NO_ITEMS;
  const [aMs, bMs] = [msOf(a.asOf), msOf(b.asOf)];
  return aMs === bMs ? a.items > b.items : aMs > bMs;
}

const msOf = (asOf: Instant | "") => (asOf === "" ? Number.NEGATIVE_INFINITY : epochMsOf(asOf));
