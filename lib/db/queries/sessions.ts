import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, UserId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";

export async function setMerchantOfSession(db: Queryable, input: { sessionId: string; merchantId: MerchantId }): Promise<void> {
  await db.updateTable("sessions").set({ merchant_id: input.merchantId }).where("id", "=", input.sessionId).execute();
}

export async function deleteSessionById(db: Queryable, id: string): Promise<void> {
  await db.deleteFrom("sessions").where("id", "=", id).execute();
}

/** Newest use first. */
export async function listSessionRows(db: Queryable, { userId, now }: { userId: UserId; now: Instant }) {
  return db
    .selectFrom("sessions")
    .where("user_id", "=", userId)
    .where("expires_at", ">", now)
    .select(["id", "ip_address", "user_agent", "created_at", "updated_at"])
    .orderBy("updated_at", "desc")
    .orderBy("id")
    .limit(100)
    .execute();
}

/** Answers how many ended. */
export async function deleteSessionsOfUser(
  db: Queryable,
  { userId, only, except }: { userId: UserId; only?: string; except?: string },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("sessions")
    .where("user_id", "=", userId)
    .$if(only !== undefined, (query) => query.where("id", "=", storableText(only ?? "")))
    .$if(except !== undefined, (query) => query.where("id", "<>", except ?? ""))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
