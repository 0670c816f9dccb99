import { type Expression, type SqlBool, sql } from "kysely";
import type { MerchantId, PayloadId, TrackerId } from "#lib/shared/ids.ts";
import type { Mode, ProviderName } from "#lib/tracking/snapshot.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { PayloadOutcome, PayloadsTable } from "../schema.ts";

export interface PayloadRef {
  id: PayloadId;
  merchantId: MerchantId;
}

/** The sender's own key of a delivery. */
export interface DeliveryRef {
  merchantId: MerchantId;
  provider: ProviderName;
  key: string;
}

/** The payload that has a delivery's key. */
export interface DeliveryHolder {
  id: PayloadId;
  outcome: PayloadOutcome;
}

/** What a payload became. Those that need a look are `invalid`, or `ingested` in part, with a problem. */
export type PayloadFilter = "invalid" | "received";

/** Keeps what came in, as it came in, before anybody tries to understand it. */
export async function insertPayload(db: Queryable, row: Omit<PayloadsTable, "outcome" | "problem">): Promise<void> {
  await db
    .insertInto("payloads")
    .values({ ...row, body: storableText(row.body), outcome: "received", problem: null })
    .execute();
}

export async function closePayload(
  db: Queryable,
  payload: PayloadRef,
  result: { outcome: Exclude<PayloadOutcome, "received">; mode?: Mode; problem?: string; trackerId?: TrackerId },
): Promise<void> {
  await db
    .updateTable("payloads")
    .set({
      outcome: result.outcome,
      problem: result.problem === undefined ? null : storableText(result.problem),
      ...(result.mode && { mode: result.mode }),
      ...(result.trackerId && { tracker_id: result.trackerId }),
    })
    .where("id", "=", payload.id)
    .where("merchant_id", "=", payload.merchantId)
    .execute();
}

/** That a payload which tells of several parcels tells of this one; the tracker was found, and locked, under its merchant. */
export async function linkPayload(db: Queryable, link: { payload_id: PayloadId; tracker_id: TrackerId }): Promise<void> {
  await db
    .insertInto("payload_trackers")
    .values(link)
    .onConflict((conflict) => conflict.columns(["tracker_id", "payload_id"]).doNothing())
    .execute();
}

/** With the mode of the source it came through, and the parcel it is about, where there is one. */
export async function findPayload(db: Queryable, payload: PayloadRef) {
  return db
    .selectFrom("payloads")
    .leftJoin("sources", "sources.id", "payloads.source_id")
    .leftJoin("trackers", "trackers.id", "payloads.tracker_id")
    .where("payloads.id", "=", payload.id)
    .where("payloads.merchant_id", "=", payload.merchantId)
    .selectAll("payloads")
    .select(["sources.mode as source_mode", "trackers.carrier", "trackers.tracking_number", "trackers.mode as tracker_mode"])
    .select("trackers.deleted_at as tracker_deleted_at")
    .executeTakeFirst();
}

export async function deletePayload(db: Queryable, payload: PayloadRef): Promise<void> {
  await db.deleteFrom("payloads").where("id", "=", payload.id).where("merchant_id", "=", payload.merchantId).execute();
}

/** With their keys, so that what is delivered again is new. */
export async function forgetPayloads(
  db: Queryable,
  { merchantId, ids }: { merchantId: MerchantId; ids: readonly PayloadId[] },
): Promise<void> {
  if (ids.length === 0) return;
  await db.deleteFrom("deliveries").where("payload_id", "in", ids).where("merchant_id", "=", merchantId).execute();
  await db.deleteFrom("payloads").where("id", "in", ids).where("merchant_id", "=", merchantId).execute();
}

/** With their keys: what is about one tracker alone goes with it, what is about others as well stays theirs. */
export async function deletePayloadsAbout(db: Queryable, tracker: { id: TrackerId; merchantId: MerchantId }): Promise<void> {
  const about = (query: Queryable) =>
    query.selectFrom("payloads").select("id").where("tracker_id", "=", tracker.id).where("merchant_id", "=", tracker.merchantId);
  await db.deleteFrom("deliveries").where("payload_id", "in", about(db)).where("merchant_id", "=", tracker.merchantId).execute();
  await db.deleteFrom("payloads").where("tracker_id", "=", tracker.id).where("merchant_id", "=", tracker.merchantId).execute();
  await db.deleteFrom("payload_trackers").where("tracker_id", "=", tracker.id).execute();
}

export async function findDeliveryHolder(db: Queryable, delivery: DeliveryRef): Promise<DeliveryHolder | undefined> {
  return db
    .selectFrom("deliveries")
    .innerJoin("payloads", "payloads.id", "deliveries.payload_id")
    .where("deliveries.merchant_id", "=", delivery.merchantId)
    .where("deliveries.provider", "=", delivery.provider)
    .where("deliveries.delivery_key", "=", delivery.key)
    .select(["payloads.id", "payloads.outcome"])
    .executeTakeFirst();
}

/** Answers whether nobody else has the key. */
export async function claimDelivery(db: Queryable, delivery: DeliveryRef, payloadId: PayloadId): Promise<boolean> {
  const claimed = await db
    .insertInto("deliveries")
    .values({ merchant_id: delivery.merchantId, provider: delivery.provider, delivery_key: delivery.key, payload_id: payloadId })
    .onConflict((conflict) => conflict.columns(["merchant_id", "provider", "delivery_key"]).doNothing())
    .returning("payload_id")
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Moves a key from one payload to another; answers whether the first one still had it. */
export async function moveDelivery(db: Queryable, delivery: DeliveryRef, payloads: { from: PayloadId; to: PayloadId }): Promise<boolean> {
  const moved = await db
    .updateTable("deliveries")
    .set({ payload_id: payloads.to })
    .where("merchant_id", "=", delivery.merchantId)
    .where("provider", "=", delivery.provider)
    .where("delivery_key", "=", delivery.key)
    .where("payload_id", "=", payloads.from)
    .returning("payload_id")
    .executeTakeFirst();
  return moved !== undefined;
}

export interface PayloadsQuery {
  merchantId: MerchantId;
  filter?: PayloadFilter;
  ids?: readonly string[];
  /** Ids go upwards; after this one. */
  afterId?: string;
  limit: number;
}

/** By id, without the bodies. */
export async function listPayloadRows(db: Queryable, query: PayloadsQuery) {
  const { filter, ids, afterId } = query;
  if (ids?.length === 0) return [];
  return db
    .selectFrom("payloads")
    .leftJoin("sources", "sources.id", "payloads.source_id")
    .where("payloads.merchant_id", "=", query.merchantId)
    .$if(filter === "received", (rows) => rows.where("outcome", "=", "received"))
    .$if(filter === "invalid", (rows) => rows.where("problem", "is not", null).where(isNotIgnored()))
    .$if(ids !== undefined, (rows) =>
      rows.where(
        "payloads.id",
        "in",
        (ids ?? []).map((id) => storableText(id) as PayloadId),
      ),
    )
    .$if(afterId !== undefined, (rows) => rows.where("payloads.id", ">", afterId as PayloadId))
    .orderBy("payloads.id")
    .limit(query.limit)
    .select(["payloads.id", "payloads.provider", "payloads.mode", "payloads.received_at", "payloads.outcome", "payloads.problem"])
    .select("sources.slug as source_slug")
    .execute();
}

/** Written into the text, so that the engines see that the index of the few will do. */
function isNotIgnored(): Expression<SqlBool> {
  return sql<SqlBool>`payloads.outcome <> 'ignored'`;
}
