import { sql } from "kysely";
import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { utcDayOf } from "#lib/tracking/calendar-day.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { Queryable } from "../engine/database.ts";
import type { PayloadOutcome, SubscriptionState } from "../schema.ts";
import { deleteSubscriptions } from "./subscriptions.ts";

/** One batch of a merchant's old rows. Each function deletes at most `limit` of them, and answers how many it did. */
interface Batch {
  merchantId: MerchantId;
  before: Instant;
  limit: number;
}

/** Payloads that came to an end, with the keys that told their repetitions from news. */
export async function deleteOldPayloads(
  db: Queryable,
  { merchantId, outcome, before, limit }: Batch & { outcome: Exclude<PayloadOutcome, "received"> },
): Promise<number> {
  const rows = await db
    .selectFrom("payloads")
    .select("id")
    .where("merchant_id", "=", merchantId)
    .where("outcome", "=", outcome)
    .where("received_at", "<", before)
    .orderBy("received_at")
    .limit(limit)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await db.deleteFrom("deliveries").where("merchant_id", "=", merchantId).where("payload_id", "in", ids).execute();
  await db.deleteFrom("payloads").where("merchant_id", "=", merchantId).where("id", "in", ids).execute();
  return ids.length;
}

/** Events with their deliveries and attempts, but none that an endpoint in service is still to be told of. */
export async function deleteOldEvents(db: Queryable, { merchantId, mode, before, limit }: Batch & { mode: Mode }): Promise<number> {
  const rows = await db
    .selectFrom("events")
    .select("id")
    .where("merchant_id", "=", merchantId)
    .where("mode", "=", mode)
    .where("created_at", "<", before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("event_deliveries")
            .innerJoin("endpoints", "endpoints.id", "event_deliveries.endpoint_id")
            .select("event_deliveries.id")
            .whereRef("event_deliveries.event_id", "=", "events.id")
            .where("event_deliveries.state", "=", "pending")
            .where("endpoints.disabled_at", "is", null),
        ),
      ),
    )
    .orderBy("created_at")
    .orderBy("tracker_version")
    .orderBy("id")
    .limit(limit)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await db.deleteFrom("events").where("merchant_id", "=", merchantId).where("id", "in", ids).execute();
  return ids.length;
}

export async function deleteOldNotices(db: Queryable, { merchantId, before, limit }: Batch): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("notices")
    .where("id", "in", (query) =>
      query.selectFrom("notices").select("id").where("merchant_id", "=", merchantId).where("resolved_at", "<", before).limit(limit),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** All at once: there are but a few to a source and day. */
export async function deleteOldRefusals(db: Queryable, { merchantId, before }: Omit<Batch, "limit">): Promise<void> {
  await db
    .deleteFrom("source_refusals")
    .where("source_id", "in", (query) => query.selectFrom("sources").select("id").where("merchant_id", "=", merchantId))
    .where("day", "<", utcDayOf(before))
    .execute();
}

export async function deleteOldAuditEntries(db: Queryable, { merchantId, before, limit }: Batch): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("audit_entries")
    .where("id", "in", (query) =>
      query
        .selectFrom("audit_entries")
        .select("id")
        .where("merchant_id", "=", merchantId)
        .where("at", "<", before)
        .orderBy("at")
        .limit(limit),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** An address that nobody confirmed as theirs. What its shopper had ended before has ended still, whoever asked for it meanwhile. */
export async function deleteUnconfirmedSubscriptions(db: Queryable, batch: Batch): Promise<number> {
  await db
    .updateTable("subscriptions")
    .set((eb) => ({ state: "ended", ended_at: eb.ref("updated_at") }))
    .where("merchant_id", "=", batch.merchantId)
    .where("state", "=", sql.lit("pending"))
    .where("updated_at", "<", batch.before)
    .where("ended_reason", "is not", null)
    .execute();
  return deleteOldSubscriptions(db, batch, { state: "pending", since: "updated_at" });
}

export async function deleteEndedSubscriptions(db: Queryable, batch: Batch): Promise<number> {
  return deleteOldSubscriptions(db, batch, { state: "ended", since: "ended_at" });
}

async function deleteOldSubscriptions(
  db: Queryable,
  { merchantId, before, limit }: Batch,
  { state, since }: { state: SubscriptionState; since: "updated_at" | "ended_at" },
): Promise<number> {
  const rows = await db
    .selectFrom("subscriptions")
    .select("id")
    .where("merchant_id", "=", merchantId)
    .where("state", "=", sql.lit(state))
    .where(since, "<", before)
    .orderBy(since)
    .limit(limit)
    .execute();
  return deleteSubscriptions(db, { merchantId, ids: rows.map(({ id }) => id) });
}

/** Of parcels of which no more news came, final or not: some are never heard of again. */
export async function deleteSubscriptionsOfSilentParcels(db: Queryable, { merchantId, before, limit }: Batch): Promise<number> {
  const rows = await db
    .selectFrom("subscriptions")
    .innerJoin("trackers", "trackers.id", "subscriptions.tracker_id")
    .select("subscriptions.id")
    .where("subscriptions.merchant_id", "=", merchantId)
    .where("subscriptions.created_at", "<", before)
    .where("trackers.updated_at", "<", before)
    .orderBy("subscriptions.created_at")
    .limit(limit)
    .execute();
  return deleteSubscriptions(db, { merchantId, ids: rows.map(({ id }) => id) });
}
