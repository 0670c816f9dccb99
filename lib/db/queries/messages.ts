import { sql } from "kysely";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, MessageId, SubscriptionId, TrackerId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { MessageState, MessagesTable, TrackersTable } from "../schema.ts";
import type { AddressRef } from "./suppressions.ts";

export interface MessageRef {
  id: MessageId;
  merchantId: MerchantId;
}

export async function insertMessageRow(db: Queryable, row: MessagesTable): Promise<void> {
  await db.insertInto("messages").values(row).execute();
}

export async function findMessageRow(db: Queryable, message: MessageRef): Promise<MessagesTable | undefined> {
  return whereMessage(db, message).selectAll().executeTakeFirst();
}

/** Locked until the transaction ends. */
export async function lockMessageRow(db: Queryable, message: MessageRef): Promise<MessagesTable | undefined> {
  return whereMessage(db, message).selectAll().forUpdate().executeTakeFirst();
}

/** By what the mail server or the SMS provider knows it by. */
export async function findMessageByProviderId(
  db: Queryable,
  { merchantId, providerId }: { merchantId: MerchantId; providerId: string },
): Promise<MessagesTable | undefined> {
  return db
    .selectFrom("messages")
    .selectAll()
    .where("merchant_id", "=", merchantId)
    .where("provider_id", "=", storableText(providerId))
    .executeTakeFirst();
}

/** Known by what its provider says first, and by nothing it says later. */
export async function saveProviderId(db: Queryable, { id, merchantId }: MessageRef, providerId: string): Promise<void> {
  await db
    .updateTable("messages")
    .set({ provider_id: storableText(providerId) })
    .where("id", "=", id)
    .where("merchant_id", "=", merchantId)
    .where("channel", "=", "sms")
    .where("provider_id", "is", null)
    .execute();
}

/** The one that news may join; locked until the transaction ends. */
export async function lockWaitingMessage(
  db: Queryable,
  { merchantId, subscriptionId, kind }: { merchantId: MerchantId; subscriptionId: SubscriptionId; kind: MessagesTable["kind"] },
): Promise<MessagesTable | undefined> {
  return db
    .selectFrom("messages")
    .selectAll()
    .where("merchant_id", "=", merchantId)
    .where("subscription_id", "=", subscriptionId)
    .where("kind", "=", kind)
    .where("state", "=", sql.lit("waiting"))
    .forUpdate()
    .executeTakeFirst();
}

/** Answers whether it was in one of these states, and so was changed. */
export async function updateMessageRow(
  db: Queryable,
  message: MessageRef,
  changes: Partial<MessagesTable>,
  { from, seenTopics }: { from: readonly MessageState[] /** Only while it is about these. */; seenTopics?: string },
): Promise<boolean> {
  const updated = await db
    .updateTable("messages")
    .set(changes)
    .where("id", "=", message.id)
    .where("merchant_id", "=", message.merchantId)
    .where("state", "in", from)
    .$if(seenTopics !== undefined, (query) => query.where("topics", "=", seenTopics ?? ""))
    .returning("id")
    .executeTakeFirst();
  return updated !== undefined;
}

/** One statement, so that of two who come at once only one gets it; nobody does if it is about more by now. */
export async function claimMessage(
  db: Queryable,
  message: MessageRef,
  claim: { seenTopics: string; until: Instant; attempts: number; providerId: string | null },
): Promise<boolean> {
  const claimed = await db
    .updateTable("messages")
    .set({ state: "sending", due_at: null, leased_until: claim.until, attempts: claim.attempts, provider_id: claim.providerId })
    .where("id", "=", message.id)
    .where("merchant_id", "=", message.merchantId)
    .where("state", "=", "waiting")
    .where("topics", "=", claim.seenTopics)
    .returning("id")
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Whoever was sending it has ended without a word: answers whether that was so. */
export async function abandonMessage(
  db: Queryable,
  message: MessageRef,
  { now, problem }: { now: Instant; problem: string },
): Promise<boolean> {
  const abandoned = await db
    .updateTable("messages")
    .set({ state: "unclear", leased_until: null, ended_at: now, problem })
    .where("id", "=", message.id)
    .where("merchant_id", "=", message.merchantId)
    .where("state", "=", "sending")
    .where("leased_until", "<=", now)
    .returning("id")
    .executeTakeFirst();
  return abandoned !== undefined;
}

const PARCEL_COLUMNS = [
  "id",
  "carrier",
  "tracking_number",
  "private_key",
  "order_id",
  "checked_at",
  "updated_at",
  "document",
  "route_map",
] as const;

/** What a message draws of a parcel. */
export type MessageParcelRow = Pick<TrackersTable, (typeof PARCEL_COLUMNS)[number]>;

/** A deleted one is not found. */
export async function findMessageParcel(
  db: Queryable,
  { id, merchantId }: { id: TrackerId; merchantId: MerchantId },
): Promise<MessageParcelRow | undefined> {
  return db
    .selectFrom("trackers")
    .select(PARCEL_COLUMNS)
    .where("id", "=", id)
    .where("merchant_id", "=", merchantId)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
}

/** How an address that was ever subscribed is recognised; undefined for one that never was. */
export async function findAddressHint(db: Queryable, address: AddressRef): Promise<string | undefined> {
  const row = await db
    .selectFrom("subscriptions")
    .select("address_hint")
    .where("merchant_id", "=", address.merchantId)
    .where("channel", "=", address.channel)
    .where("address_digest", "=", address.addressDigest)
    .limit(1)
    .executeTakeFirst();
  return row?.address_hint;
}

function whereMessage(db: Queryable, { id, merchantId }: MessageRef) {
  return db.selectFrom("messages").where("id", "=", id).where("merchant_id", "=", merchantId);
}
