import type { Queryable } from "#lib/db/engine/database.ts";
import { itemsColumn } from "#lib/db/json-columns.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { updateOrder } from "#lib/db/queries/orders.ts";
import { updateTracker } from "#lib/db/queries/trackers.ts";
import type { OrdersTable, TrackersTable } from "#lib/db/schema.ts";
import { compareInstants, type Instant, plusMs } from "#lib/shared/clock.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { OrderId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { openOrder } from "./attach-order.ts";
import { getOrder } from "./get-order.ts";
import type { OrderRecord } from "./order-record.ts";
import { readOrderReport, type ToldOrder, type ToldParcel } from "./read-order-report.ts";
import type { NewsContext } from "./record-event.ts";
import { type RegisteredParcel, registerParcel } from "./register-parcel.ts";
import { newsContextOf, type WriteContext } from "./verb-context.ts";

export type SaveOrderOutcome =
  /** `advice` is what stands in the way of news of its parcels. */
  { kind: "saved"; order: OrderRecord; advice: string[] } | { kind: "invalid"; issues: Issue[] };

/**
 * Keeps an order as the shop tells it, and follows its parcels. What the shop says last stands; what it leaves out stays,
 * parcels of an earlier report included. Saving the same again changes nothing.
 */
export async function saveOrder(ctx: WriteContext, { caller, order }: { caller: Books; order: unknown }): Promise<SaveOrderOutcome> {
  const reading = readOrderReport(order, caller.mode);
  if (reading.kind === "invalid") return reading;
  const told = reading.order;
  const news = newsContextOf(ctx, caller);
  const saved = await ctx.db.kysely.transaction().execute(async (trx) => {
    const parcels = await registerAll(trx, news, told.parcels);
    const id = await saveHead(trx, news, told, caller);
    for (const { parcel, row } of parcels) await attach(trx, news, { orderId: id, parcel, row });
    return { id, advice: [...new Set(parcels.flatMap(({ advice }) => advice))] };
  });
  const record = await getOrder(ctx, { caller, id: saved.id });
  if (record === null) throw new AppError("internal", { message: `The order ${saved.id} was saved, but is not there.` });
  return { kind: "saved", order: record, advice: saved.advice };
}

/** Everybody who locks several trackers goes by their numbers, and locks the order after them: so nobody waits in a ring. */
async function registerAll(trx: Queryable, ctx: NewsContext, parcels: readonly ToldParcel[]) {
  const sorted = parcels.toSorted((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1));
  const registered: (RegisteredParcel & { parcel: ToldParcel })[] = [];
  for (const parcel of sorted) registered.push({ ...(await registerParcel(trx, ctx, parcel)), parcel });
  return registered;
}

const addressOf = ({ carrier, trackingNumber }: ToldParcel) => `${carrier} ${trackingNumber}`;

async function saveHead(trx: Queryable, ctx: NewsContext, told: ToldOrder, { mode }: Books): Promise<OrderId> {
  const { externalId, placedAt, lineItems } = told;
  const stored = await openOrder(trx, ctx, { externalId, placedAt, lineItems: lineItems ?? [], asOf: ctx.now, mode });
  const said = {
    line_items: lineItems === null ? stored.line_items : itemsColumn.write(lineItems),
    placed_at: placedAt ?? stored.placed_at,
  } satisfies Partial<OrdersTable>;
  if (said.line_items === stored.line_items && said.placed_at === stored.placed_at) return stored.id;
  const changes = { ...said, as_of: justAfter(stored.as_of, ctx.now), updated_at: ctx.now };
  await updateOrder(trx, { id: stored.id, merchantId: ctx.merchantId }, changes);
  return stored.id;
}

async function attach(
  trx: Queryable,
  ctx: NewsContext,
  { orderId, parcel, row }: { orderId: OrderId; parcel: ToldParcel; row: TrackersTable },
): Promise<void> {
  const isIn = row.order_id === orderId;
  const said = {
    order_id: orderId,
    parcel_items: parcel.items === null && isIn ? row.parcel_items : itemsColumn.write(parcel.items ?? []),
    is_primary: parcel.isPrimary === null && isIn ? row.is_primary : parcel.isPrimary === true ? 1 : 0,
  } satisfies Partial<TrackersTable>;
  if (isIn && said.parcel_items === row.parcel_items && said.is_primary === row.is_primary) return;
  const changes = { ...said, order_as_of: justAfter(row.order_as_of, ctx.now) };
  await updateTracker(trx, { id: row.id, merchantId: ctx.merchantId }, changes);
}

/** Whatever was said before, by whichever clock, this is later. */
function justAfter(stored: Instant | "", now: Instant): Instant {
  return stored === "" || compareInstants(stored, now) < 0 ? now : plusMs(stored, 1);
}
