import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, SubscriptionId, TrackerId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { SubscriptionEnd, SubscriptionsTable } from "../schema.ts";
import type { SuppressionRef } from "./suppressions.ts";

export interface SubscriptionRef {
  merchantId: MerchantId;
  id: SubscriptionId;
}

export async function findSubscription(db: Queryable, subscription: SubscriptionRef): Promise<SubscriptionsTable | undefined> {
  return whereSubscription(db, subscription).selectAll().executeTakeFirst();
}

/** Those of a parcel that are told of its news, in the order of ids; none can be deleted until the transaction ends. */
export async function listActiveSubscriptions(
  db: Queryable,
  tracker: { merchantId: MerchantId; trackerId: TrackerId },
): Promise<SubscriptionsTable[]> {
  return db
    .selectFrom("subscriptions")
    .selectAll()
    .where("merchant_id", "=", tracker.merchantId)
    .where("tracker_id", "=", tracker.trackerId)
    .where("state", "=", "active")
    .orderBy("id")
    .forKeyShare()
    .execute();
}

/** Those not ended, locked in the order of ids. */
export async function listSubscriptionsOfAddress(db: Queryable, address: SuppressionRef): Promise<Pick<SubscriptionsTable, "id">[]> {
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

export async function endSubscriptionRow(
  db: Queryable,
  subscription: SubscriptionRef,
  { reason, at }: { reason: SubscriptionEnd; at: Instant },
): Promise<void> {
  await db
    .updateTable("subscriptions")
    .set({ state: "ended", ended_reason: reason, ended_at: at, updated_at: at })
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

function whereSubscription(db: Queryable, { merchantId, id }: SubscriptionRef) {
  return db.selectFrom("subscriptions").where("merchant_id", "=", merchantId).where("id", "=", id);
}
