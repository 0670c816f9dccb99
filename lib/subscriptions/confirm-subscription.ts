import type { Database } from "#lib/db/engine/database.ts";
import { lockSubscription, type SubscriptionRef, updateSubscription } from "#lib/db/queries/subscriptions.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { takeBackOwnWord } from "./take-back-own-word.ts";

/** The address itself says that the wish is its own. Once is as good as often; what has ended stays so. */
export async function confirmSubscription(
  ctx: { db: Database; clock: Clock },
  subscription: SubscriptionRef,
): Promise<"confirmed" | "ended" | "not_found"> {
  return ctx.db.kysely.transaction().execute(async (trx) => {
    const row = await lockSubscription(trx, subscription);
    if (!row) return "not_found";
    if (row.state === "ended") return "ended";
    if (row.state === "pending") {
      if (!(await takeBackOwnWord(trx, row))) return "ended";
      const now = ctx.clock.now();
      await updateSubscription(trx, subscription, { state: "active", ended_reason: null, confirmed_at: now, updated_at: now });
    }
    return "confirmed";
  });
}
