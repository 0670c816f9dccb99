import { type Expression, type SqlBool, sql } from "kysely";
import type { Instant } from "#lib/shared/clock.ts";
import type { EndpointId, EventDeliveryId, EventId, MerchantId, TrackerId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { DeliveryAttemptsTable, EventDeliveriesTable } from "../schema.ts";
import type { Books } from "./books.ts";
import { type AgeCursor, type PageRange, withinRange } from "./page-range.ts";

export interface DeliveryRef {
  id: EventDeliveryId;
  merchantId: MerchantId;
}

/** Adds those deliveries that are not there yet; answers their ids. */
export async function insertDeliveries(db: Queryable, rows: readonly EventDeliveriesTable[]): Promise<EventDeliveryId[]> {
  if (rows.length === 0) return [];
  const inserted = await db
    .insertInto("event_deliveries")
    .values([...rows])
    .onConflict((conflict) => conflict.columns(["event_id", "endpoint_id"]).doNothing())
    .returning("id")
    .execute();
  return inserted.map((row) => row.id);
}

export async function findDelivery(db: Queryable, delivery: DeliveryRef): Promise<EventDeliveriesTable | undefined> {
  return whereDelivery(db, delivery).selectAll().executeTakeFirst();
}

/** Locked until the transaction ends; whoever needs its endpoint as well locks that first. */
export async function lockDelivery(db: Queryable, delivery: DeliveryRef): Promise<EventDeliveriesTable | undefined> {
  return whereDelivery(db, delivery).selectAll().forUpdate().executeTakeFirst();
}

/** One statement, so that of two who come at once only one gets it. */
export async function leaseDelivery(
  db: Queryable,
  delivery: DeliveryRef,
  lease: { now: Instant; dueBy: Instant; until: Instant },
): Promise<boolean> {
  const leased = await db
    .updateTable("event_deliveries")
    .set({ leased_until: lease.until })
    .where("id", "=", delivery.id)
    .where("merchant_id", "=", delivery.merchantId)
    .where("state", "=", "pending")
    .where("next_attempt_at", "<=", lease.dueBy)
    .where((row) => row.or([row("leased_until", "is", null), row("leased_until", "<=", lease.now)]))
    .returning("id")
    .executeTakeFirst();
  return leased !== undefined;
}

/** How many deliveries are on their way to an endpoint right now. */
export async function countInFlight(db: Queryable, endpoint: { id: EndpointId; merchantId: MerchantId }, now: Instant): Promise<number> {
  const { count } = await db
    .selectFrom("event_deliveries")
    .select((row) => row.fn.countAll<number | string>().as("count"))
    .where("endpoint_id", "=", endpoint.id)
    .where("merchant_id", "=", endpoint.merchantId)
    .where("leased_until", ">", now)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** How many are on their way to endpoints, whosever, that have failed since then or longer. */
export async function countInFlightToFailing(db: Queryable, { now, since }: { now: Instant; since: Instant }): Promise<number> {
  const { count } = await db
    .selectFrom("event_deliveries")
    .innerJoin("endpoints", "endpoints.id", "event_deliveries.endpoint_id")
    .select((row) => row.fn.countAll<number | string>().as("count"))
    .where("event_deliveries.leased_until", ">", now)
    .where("endpoints.failing_since", "<=", since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function updateDelivery(
  db: Queryable,
  delivery: DeliveryRef,
  changes: Partial<Pick<EventDeliveriesTable, "state" | "attempts" | "next_attempt_at" | "leased_until" | "delivered_at">>,
): Promise<void> {
  await db
    .updateTable("event_deliveries")
    .set(changes)
    .where("id", "=", delivery.id)
    .where("merchant_id", "=", delivery.merchantId)
    .execute();
}

/** Everything still to be delivered to an endpoint is given up. */
export async function cancelPending(db: Queryable, endpoint: { id: EndpointId; merchantId: MerchantId }): Promise<void> {
  await db
    .updateTable("event_deliveries")
    .set({ state: "cancelled", next_attempt_at: null, leased_until: null })
    .where("endpoint_id", "=", endpoint.id)
    .where("merchant_id", "=", endpoint.merchantId)
    .where("state", "=", "pending")
    .where(isOpen())
    .execute();
}

/** Gives deliveries of an endpoint in these states a new life that begins now, oldest id first from `afterId` on; answers their ids. */
export async function reviveDeliveries(
  db: Queryable,
  endpoint: { id: EndpointId; merchantId: MerchantId },
  batch: { states: readonly Exclude<EventDeliveriesTable["state"], "delivered">[]; now: Instant; afterId: string; limit: number },
): Promise<EventDeliveryId[]> {
  const rows = await db
    .selectFrom("event_deliveries")
    .select("id")
    .where("endpoint_id", "=", endpoint.id)
    .where("merchant_id", "=", endpoint.merchantId)
    .where("state", "in", batch.states)
    .where(isOpen())
    .where("id", ">", batch.afterId as EventDeliveryId)
    .orderBy("id")
    .limit(batch.limit)
    .forUpdate()
    .execute();
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  await db
    .updateTable("event_deliveries")
    .set({ state: "pending", attempts: 0, next_attempt_at: batch.now, delivered_at: null })
    .where("id", "in", ids)
    .where("merchant_id", "=", endpoint.merchantId)
    .execute();
  return ids;
}

/** Numbers the attempt itself; the delivery has to be locked. */
export async function insertAttempt(db: Queryable, row: Omit<DeliveryAttemptsTable, "attempt">): Promise<void> {
  const { last } = await db
    .selectFrom("delivery_attempts")
    .select((attempt) => attempt.fn.max("attempt").as("last"))
    .where("delivery_id", "=", row.delivery_id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("delivery_attempts")
    .values({ ...row, attempt: (last ?? 0) + 1 })
    .execute();
}

export type DeliveryWithEndpoint = EventDeliveriesTable & { url: string; tracker_id: TrackerId };

export interface DeliveryFilter {
  endpointId?: string | undefined;
  eventId?: string | undefined;
  state?: EventDeliveriesTable["state"] | undefined;
}

export async function listDeliveryRows(
  db: Queryable,
  books: Books,
  { range, endpointId, eventId, state }: DeliveryFilter & { range: PageRange },
): Promise<DeliveryWithEndpoint[]> {
  let query = whereBooks(db, books).where(withinRange("event_deliveries", range));
  if (endpointId !== undefined) query = query.where("event_deliveries.endpoint_id", "=", storableText(endpointId) as EndpointId);
  if (eventId !== undefined) query = query.where("event_deliveries.event_id", "=", storableText(eventId) as EventId);
  if (state !== undefined) query = query.where("event_deliveries.state", "=", state);
  if (state !== undefined && state !== "delivered") query = query.where(isOpen());
  return query
    .innerJoin("events", "events.id", "event_deliveries.event_id")
    .selectAll("event_deliveries")
    .select(["endpoints.url", "events.tracker_id"])
    .orderBy("event_deliveries.created_at", range.order)
    .orderBy("event_deliveries.id", range.order)
    .limit(range.limit)
    .execute();
}

export async function findDeliveryCursor(db: Queryable, books: Books, id: string): Promise<AgeCursor | undefined> {
  return whereBooks(db, books)
    .where("event_deliveries.id", "=", storableText(id) as EventDeliveryId)
    .select(["event_deliveries.created_at", "event_deliveries.id"])
    .executeTakeFirst();
}

/** Of the given deliveries, which must be the merchant's own; in the order they were made. */
export async function listAttempts(db: Queryable, deliveryIds: readonly EventDeliveryId[]): Promise<DeliveryAttemptsTable[]> {
  if (deliveryIds.length === 0) return [];
  return db.selectFrom("delivery_attempts").selectAll().where("delivery_id", "in", deliveryIds).orderBy("attempt").execute();
}

/** Where the events went or are to go, in the order that the endpoints were made. */
export async function listEventTargets(
  db: Queryable,
  events: { merchantId: MerchantId; ids: readonly EventId[] },
): Promise<{ id: EventDeliveryId; event_id: EventId; url: string; state: EventDeliveriesTable["state"] }[]> {
  if (events.ids.length === 0) return [];
  return db
    .selectFrom("event_deliveries")
    .innerJoin("endpoints", "endpoints.id", "event_deliveries.endpoint_id")
    .select(["event_deliveries.id", "event_deliveries.event_id", "endpoints.url", "event_deliveries.state"])
    .where("event_deliveries.event_id", "in", events.ids)
    .where("event_deliveries.merchant_id", "=", events.merchantId)
    .orderBy("endpoints.created_at")
    .orderBy("endpoints.id")
    .execute();
}

function whereBooks(db: Queryable, { merchantId, mode }: Books) {
  return db
    .selectFrom("event_deliveries")
    .innerJoin("endpoints", "endpoints.id", "event_deliveries.endpoint_id")
    .where("event_deliveries.merchant_id", "=", merchantId)
    .where("event_deliveries.mode", "=", mode);
}

/** Written into the text, so that the engines see that their indices of the few will do. */
function isOpen(): Expression<SqlBool> {
  return sql<SqlBool>`event_deliveries.state <> 'delivered'`;
}

function whereDelivery(db: Queryable, delivery: DeliveryRef) {
  return db.selectFrom("event_deliveries").where("id", "=", delivery.id).where("merchant_id", "=", delivery.merchantId);
}
