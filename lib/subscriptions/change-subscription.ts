import type { Database } from "#lib/db/engine/database.ts";
import { topicsColumn } from "#lib/db/json-columns.ts";
import { lockSubscription, type SubscriptionRef, updateSubscription } from "#lib/db/queries/subscriptions.ts";
import type { Clock } from "#lib/shared/clock.ts";
import type { NewsTopic } from "#lib/tracking/news-topic.ts";
import { isEndedByShopper } from "./own-word.ts";
import { buildSubscriptionRecord, type SubscriptionRecord } from "./subscription-record.ts";
import { takeBackOwnWord } from "./take-back-own-word.ts";

export interface SubscriptionChanges {
  topics: readonly NewsTopic[];
  lang: string;
  /** Null where no browser told it. */
  timeZone: string | null;
}

/**
 * What a shopper is told from now on, said with the token that was mailed to them and to nobody else: so it confirms the address, and
 * begins anew what they had ended themselves. What bounced stays ended.
 */
export async function changeSubscription(
  ctx: { db: Database; clock: Clock },
  subscription: SubscriptionRef,
  { topics, lang, timeZone }: SubscriptionChanges,
): Promise<"changed" | "ended" | "not_found"> {
  return ctx.db.kysely.transaction().execute(async (trx) => {
    const row = await lockSubscription(trx, subscription);
    if (!row) return "not_found";
    if (!canResume(buildSubscriptionRecord(row)) || !(await takeBackOwnWord(trx, row))) return "ended";
    const now = ctx.clock.now();
    await updateSubscription(trx, subscription, {
      topics: topicsColumn.write([...topics]),
      lang,
      ...(timeZone !== null && { time_zone: timeZone }),
      state: "active",
      ended_reason: null,
      ended_at: null,
      updated_at: now,
      ...(row.state === "pending" && { confirmed_at: now }),
    });
    return "changed";
  });
}

/** Whether its shopper can have it go on. */
export function canResume({ state, endedReason, channel }: Pick<SubscriptionRecord, "state" | "endedReason" | "channel">): boolean {
  return state !== "ended" || isEndedByShopper({ channel, reason: endedReason });
}
