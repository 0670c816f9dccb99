import type { Channel } from "#lib/shared/channel.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, SubscriptionId, TrackerId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { MessagesTable, SubscriptionEnd, SubscriptionsTable, TrackersTable } from "../schema.ts";
import type { AddressRef } from "./suppressions.ts";

export interface SubscriptionRef {
  merchantId: MerchantId;
  id: SubscriptionId;
}

interface TrackerRef {
  merchantId: MerchantId;
  trackerId: TrackerId;
}

/** Keeps what is counted over all parcels of a merchant from being counted twice at once. */
export async function lockSubscribing(db: Queryable, merchantId: MerchantId): Promise<void> {
  await db.selectFrom("merchants").where("id", "=", merchantId).select("id").forNoKeyUpdate().execute();
}

/** What must be known of a parcel to be told of its news, locked until the transaction ends; a deleted one is not found. */
export async function lockParcelToSubscribe(
  db: Queryable,
  { merchantId, trackerId }: TrackerRef,
): Promise<Pick<TrackersTable, "id" | "mode" | "is_final"> | undefined> {
  return db
    .selectFrom("trackers")
    .select(["id", "mode", "is_final"])
    .where("id", "=", trackerId)
    .where("merchant_id", "=", merchantId)
    .where("deleted_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function findSubscription(db: Queryable, subscription: SubscriptionRef): Promise<SubscriptionsTable | undefined> {
  return whereSubscription(db, subscription).selectAll().executeTakeFirst();
}

/** The one question without a merchant: an id that came with its proof names one. */
export async function findSubscriptionById(db: Queryable, id: SubscriptionId): Promise<SubscriptionsTable | undefined> {
  return db.selectFrom("subscriptions").selectAll().where("id", "=", id).executeTakeFirst();
}

/** Locked until the transaction ends. */
export async function lockSubscription(db: Queryable, subscription: SubscriptionRef): Promise<SubscriptionsTable | undefined> {
  return whereSubscription(db, subscription).selectAll().forNoKeyUpdate().executeTakeFirst();
}

/** An address has at most one for a parcel; locked until the transaction ends. */
export async function lockSubscriptionOfAddress(
  db: Queryable,
  { merchantId, trackerId, channel, addressDigest }: AddressRef & TrackerRef,
): Promise<SubscriptionsTable | undefined> {
  return whereTracker(db, { merchantId, trackerId })
    .selectAll()
    .where("channel", "=", channel)
    .where("address_digest", "=", addressDigest)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function insertSubscription(db: Queryable, row: SubscriptionsTable): Promise<void> {
  await db.insertInto("subscriptions").values(row).execute();
}

export async function updateSubscription(
  db: Queryable,
  subscription: SubscriptionRef,
  changes: Partial<Omit<SubscriptionsTable, "id" | "merchant_id">>,
): Promise<void> {
  await db
    .updateTable("subscriptions")
    .set(changes)
    .where("merchant_id", "=", subscription.merchantId)
    .where("id", "=", subscription.id)
    .execute();
}

/** Of a parcel, oldest first; there are but a few. */
export async function listSubscriptionsOfTracker(db: Queryable, tracker: TrackerRef): Promise<SubscriptionsTable[]> {
  return whereTracker(db, tracker).selectAll().orderBy("created_at").orderBy("id").execute();
}

/** Those not ended, of these origins. */
export async function countSubscriptionsOfTracker(
  db: Queryable,
  { origins, ...tracker }: TrackerRef & { origins: readonly SubscriptionsTable["origin"][] },
): Promise<number> {
  const { count } = await whereTracker(db, tracker)
    .where("state", "<>", "ended")
    .where("origin", "in", origins)
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** With the messages sent for them. */
export async function deleteSubscriptionsOfTracker(db: Queryable, { merchantId, trackerId }: TrackerRef): Promise<void> {
  await db.deleteFrom("subscriptions").where("merchant_id", "=", merchantId).where("tracker_id", "=", trackerId).execute();
}

/** Those of a parcel that are told of its news, in the order of ids; none can be deleted until the transaction ends. */
export async function listActiveSubscriptions(db: Queryable, tracker: TrackerRef): Promise<SubscriptionsTable[]> {
  return whereTracker(db, tracker).selectAll().where("state", "=", "active").orderBy("id").forKeyShare().execute();
}

/** Those not ended, locked in the order of ids. */
export async function listSubscriptionsOfAddress(db: Queryable, address: AddressRef): Promise<Pick<SubscriptionsTable, "id">[]> {
  return db
    .selectFrom("subscriptions")
    .select("id")
    .where("merchant_id", "=", address.merchantId)
    .where("channel", "=", address.channel)
    .where("address_digest", "=", address.addressDigest)
    .where("state", "<>", "ended")
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}

/** In whatever state; answers how many, at most `limit`. */
export async function deleteSubscriptionsOfAddresses(
  db: Queryable,
  {
    merchantId,
    channel,
    addressDigests,
    limit,
  }: { merchantId: MerchantId; channel: Channel; addressDigests: readonly string[]; limit: number },
): Promise<number> {
  if (addressDigests.length === 0) return 0;
  const rows = await whereAddresses(db, { merchantId, channel, addressDigests }).select("id").orderBy("id").limit(limit).execute();
  return deleteSubscriptions(db, { merchantId, ids: rows.map(({ id }) => id) });
}

export async function countSubscriptionsOfAddresses(
  db: Queryable,
  addresses: { merchantId: MerchantId; channel: Channel; addressDigests: readonly string[] },
): Promise<number> {
  if (addresses.addressDigests.length === 0) return 0;
  const { count } = await whereAddresses(db, addresses)
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Confirmations asked of one mailbox since then, whatever became of them: for all parcels of a merchant, or for one. */
export async function countConfirmations(
  db: Queryable,
  { merchantId, mailboxDigest, trackerId }: { merchantId: MerchantId; mailboxDigest: string; trackerId: TrackerId | null },
  since: Instant,
): Promise<number> {
  const { count } = await db
    .selectFrom("subscriptions")
    .innerJoin("messages", "messages.subscription_id", "subscriptions.id")
    .where("subscriptions.merchant_id", "=", merchantId)
    .where("subscriptions.mailbox_digest", "=", mailboxDigest)
    .where("messages.kind", "=", "confirmation")
    .where("messages.created_at", ">=", since)
    .$if(trackerId !== null, (query) => query.where("subscriptions.tracker_id", "=", trackerId as TrackerId))
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** False where one waits already. */
export async function insertConfirmationIfNone(db: Queryable, row: MessagesTable): Promise<boolean> {
  const inserted = await db
    .insertInto("messages")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Where its shopper had ended it before and did not confirm that they want it again, it ends for that reason. */
export async function endSubscriptionRow(
  db: Queryable,
  subscription: SubscriptionRef,
  { reason, at }: { reason: SubscriptionEnd; at: Instant },
): Promise<void> {
  await db
    .updateTable("subscriptions")
    .set((eb) => ({ state: "ended", ended_reason: eb.fn.coalesce("ended_reason", eb.val(reason)), ended_at: at, updated_at: at }))
    .where("merchant_id", "=", subscription.merchantId)
    .where("id", "=", subscription.id)
    .where("state", "<>", "ended")
    .execute();
}

export async function dropWaitingMessages(db: Queryable, { merchantId, id }: SubscriptionRef, at: Instant): Promise<void> {
  await db
    .updateTable("messages")
    .set({ state: "dropped", due_at: null, ended_at: at })
    .where("merchant_id", "=", merchantId)
    .where("subscription_id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

export async function deleteSubscriptions(
  db: Queryable,
  { merchantId, ids }: { merchantId: MerchantId; ids: readonly SubscriptionId[] },
): Promise<number> {
  if (ids.length > 0) await db.deleteFrom("subscriptions").where("merchant_id", "=", merchantId).where("id", "in", ids).execute();
  return ids.length;
}

function whereTracker(db: Queryable, { merchantId, trackerId }: TrackerRef) {
  return db.selectFrom("subscriptions").where("merchant_id", "=", merchantId).where("tracker_id", "=", trackerId);
}

function whereAddresses(
  db: Queryable,
  { merchantId, channel, addressDigests }: { merchantId: MerchantId; channel: Channel; addressDigests: readonly string[] },
) {
  return db
    .selectFrom("subscriptions")
    .where("merchant_id", "=", merchantId)
    .where("channel", "=", channel)
    .where("address_digest", "in", addressDigests);
}

function whereSubscription(db: Queryable, { merchantId, id }: SubscriptionRef) {
  return db.selectFrom("subscriptions").where("merchant_id", "=", merchantId).where("id", "=", id);
}
