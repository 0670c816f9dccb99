import type { Queryable } from "#lib/db/engine/database.ts";
import { itemsColumn } from "#lib/db/json-columns.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { updateOrder } from "#lib/db/queries/orders.ts";
import { updateTracker } from "#lib/db/queries/trackers.ts";
import type { OrdersTable, TrackersTable } from "#lib/db/schema.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { OrderId } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { ItemReport, Mode } from "#lib/tracking/snapshot.ts";
import { justAfter } from "./as-of.ts";
import { openOrder } from "./attach-order.ts";
import { tellCustomerEmail } from "./customer-email.ts";
import { getOrder } from "./get-order.ts";
import type { ParcelIdentity } from "./new-tracker-row.ts";
import type { OrderRecord } from "./order-record.ts";
import { readOrderReport, type ToldOrder, type ToldParcel } from "./read-order-report.ts";
import type { NewsContext } from "./record-event.ts";
import { type RegisteredParcel, registerParcel } from "./register-parcel.ts";
import { newsContextOf, type OrderReadContext, type WriteContext } from "./verb-context.ts";

export type SaveOrderOutcome =
  /** `advice` is what stands in the way of news of its parcels. */
  { kind: "saved"; order: OrderRecord; advice: string[] } | { kind: "invalid"; issues: Issue[] };

/**
 * Keeps an order as the shop tells it, and follows its parcels. What the shop says last stands; what it leaves out stays,
 * parcels of an earlier report included. Saving the same again changes nothing.
 */
export async function saveOrder(
  ctx: WriteContext & OrderReadContext,
  { caller, order }: { caller: Books; order: unknown },
): Promise<SaveOrderOutcome> {
  const reading = readOrderReport(order, caller.mode);
  if (reading.kind === "invalid") return reading;
  const told = reading.order;
  const news = newsContextOf(ctx, caller);
  const saved = await ctx.db.kysely.transaction().execute(async (trx) => {
    const parcels = await registerParcels(trx, news, told.parcels);
    const id = await keepOrder(trx, news, { told, parcels, mode: caller.mode });
    return { id, advice: [...new Set(parcels.flatMap(({ advice }) => advice))] };
  });
  const record = await getOrder(ctx, { caller, id: saved.id });
  if (record === null) throw new AppError("internal", { message: `The order ${saved.id} was saved, but is not there.` });
  return { kind: "saved", order: record, advice: saved.advice };
}

export type ToldAndRegistered<Parcel extends ParcelIdentity = ToldParcel> = RegisteredParcel & { parcel: Parcel };

/** Everybody who locks several trackers goes by their numbers, and locks the order after them: so nobody waits in a ring. */
export async function registerParcels<Parcel extends ParcelIdentity>(
  trx: Queryable,
  ctx: NewsContext,
  parcels: readonly Parcel[],
): Promise<ToldAndRegistered<Parcel>[]> {
  const sorted = parcels.toSorted((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1));
  const registered: ToldAndRegistered<Parcel>[] = [];
  for (const parcel of sorted) registered.push({ ...(await registerParcel(trx, ctx, parcel)), parcel });
  return registered;
}

const addressOf = ({ carrier, trackingNumber }: ParcelIdentity) => `${carrier} ${trackingNumber}`;

/** Writes down what was told of an order and its parcels, which have been registered in the same transaction. */
export async function keepOrder(
  trx: Queryable,
  ctx: NewsContext,
  { told, parcels, mode }: { told: ToldOrder; parcels: readonly ToldAndRegistered[]; mode: Mode },
): Promise<OrderId> {
  const id = await saveHead(trx, ctx, told, mode);
  for (const { parcel, row } of parcels) await attach(trx, ctx, { orderId: id, parcel, row });
  return id;
}

async function saveHead(trx: Queryable, ctx: NewsContext, told: ToldOrder, mode: Mode): Promise<OrderId> {
  const { externalId, placedAt, lineItems, customerEmail } = told;
  const stored = await openOrder(trx, ctx, { externalId, placedAt, lineItems: lineItems ?? [], customerEmail, asOf: ctx.now, mode });
  const said = {
    line_items: lineItems === null ? stored.line_items : itemsColumn.write(lineItems),
    placed_at: placedAt ?? stored.placed_at,
  } satisfies Partial<OrdersTable>;
  const isSaid = said.line_items === stored.line_items && said.placed_at === stored.placed_at;
  const changes = {
    ...(!isSaid && { ...said, as_of: justAfter(stored.as_of, ctx.now) }),
    ...newsOfShopper(ctx, told, stored),
  };
  if (Object.keys(changes).length === 0) return stored.id;
  await updateOrder(trx, { id: stored.id, merchantId: ctx.merchantId }, { ...changes, updated_at: ctx.now });
  return stored.id;
}

function newsOfShopper(ctx: NewsContext, { customerEmail: email }: ToldOrder, stored: OrdersTable): Partial<OrdersTable> {
  const told = tellCustomerEmail(ctx, { email, asOf: justAfter(stored.customer_email_as_of, ctx.now) }, stored);
  return told.customer_email_digest === stored.customer_email_digest ? {} : told;
}

async function attach(
  trx: Queryable,
  ctx: NewsContext,
  { orderId, parcel, row }: { orderId: OrderId; parcel: ToldParcel; row: TrackersTable },
): Promise<void> {
  const isIn = row.order_id === orderId;
  const said = {
    order_id: orderId,
    parcel_items: parcel.items === null && isIn ? row.parcel_items : itemsColumn.write(itemsOf(parcel, isIn ? row : null)),
    is_primary: parcel.isPrimary === null && isIn ? row.is_primary : parcel.isPrimary === true ? 1 : 0,
  } satisfies Partial<TrackersTable>;
  if (isIn && said.parcel_items === row.parcel_items && said.is_primary === row.is_primary) return;
  const changes = { ...said, order_as_of: justAfter(row.order_as_of, ctx.now) };
  await updateTracker(trx, { id: row.id, merchantId: ctx.merchantId }, changes);
}

function itemsOf({ items, addsItems = false }: ToldParcel, row: Pick<TrackersTable, "parcel_items"> | null): ItemReport[] {
  const told = items ?? [];
  if (!addsItems || row === null) return told;
  const stored = itemsColumn.read(row.parcel_items);
  return [...stored.filter((item) => !told.some(({ orderItemId }) => orderItemId === item.orderItemId)), ...told];
}
