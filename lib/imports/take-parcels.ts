import type { Queryable } from "#lib/db/engine/database.ts";
import type { ParcelIdentity } from "#lib/shipments/new-tracker-row.ts";
import type { ToldOrder, ToldParcel } from "#lib/shipments/read-order-report.ts";
import type { NewsContext } from "#lib/shipments/record-event.ts";
import { keepOrder, registerParcels } from "#lib/shipments/save-order.ts";
import { watchAgain } from "#lib/shipments/watch-again.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { RowOrder } from "./read-row.ts";

export interface ReadRow {
  parcel: ParcelIdentity;
  order: RowOrder | null;
}

/**
 * Registers the parcels of some rows and keeps their orders, in the caller's transaction; answers how many parcels are new.
 * Rows of one parcel, or of one order, are taken together.
 */
export async function takeParcels(
  trx: Queryable,
  ctx: NewsContext,
  { rows, mode }: { rows: readonly ReadRow[]; mode: Mode },
): Promise<{ created: number }> {
  const parcels = new Map(rows.map(({ parcel }) => [keyOf(parcel), parcel]));
  const registered = await registerParcels(trx, ctx, [...parcels.values()]);
  const byKey = new Map(registered.map((each) => [keyOf(each.parcel), each]));
  for (const { row } of registered) if (row.is_watched === 0) await watchAgain(trx, ctx, row);

  for (const told of mergeOrders(rows).toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1))) {
    const its = told.parcels.flatMap((parcel) => {
      const found = byKey.get(keyOf(parcel));
      return found ? [{ ...found, parcel }] : [];
    });
    await keepOrder(trx, ctx, { told, parcels: its, mode });
  }
  return { created: registered.filter(({ kind }) => kind === "created").length };
}

const keyOf = ({ carrier, trackingNumber }: ParcelIdentity) => `${carrier} ${trackingNumber}`;

/** What several rows tell of one order: a line for each parcel, or for each item. The last one to say something stands. */
export function mergeOrders(rows: readonly ReadRow[]): ToldOrder[] {
  const ordered = rows.flatMap(({ parcel, order }) => (order === null ? [] : [{ parcel, order }]));
  return [...Map.groupBy(ordered, ({ order }) => order.externalId)].map(([externalId, its]) => ({
    externalId,
    placedAt: its.findLast(({ order }) => order.placedAt !== null)?.order.placedAt ?? null,
    customerEmail: its.findLast(({ order }) => order.customerEmail !== null)?.order.customerEmail ?? null,
    lineItems: null,
    parcels: [...Map.groupBy(its, ({ parcel }) => keyOf(parcel)).values()].flatMap(mergeParcel),
  }));
}

function mergeParcel(rows: readonly { parcel: ParcelIdentity; order: RowOrder }[]): ToldParcel[] {
  const [first] = rows;
  const items = new Map(rows.flatMap(({ order }) => order.items.map((item) => [item.orderItemId, item])));
  return first ? [{ ...first.parcel, items: items.size > 0 ? [...items.values()] : null, addsItems: true, isPrimary: null }] : [];
}
