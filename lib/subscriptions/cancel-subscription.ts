import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { lockSubscription } from "#lib/db/queries/subscriptions.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { isId } from "#lib/shared/ids.ts";
import { endSubscription } from "./end-subscription.ts";

/** By the merchant, who may begin it anew. Once is as good as often. */
export async function cancelSubscription(
  ctx: { db: Database; clock: Clock },
  { caller, id }: { caller: Books; id: string },
): Promise<"cancelled" | "not_found"> {
  if (!isId("sub", id)) return "not_found";
  const subscription = { merchantId: caller.merchantId, id };
  return ctx.db.kysely.transaction().execute(async (trx) => {
    const row = await lockSubscription(trx, subscription);
    if (!row || row.mode !== caller.mode) return "not_found";
    await endSubscription(trx, ctx, { ...subscription, reason: "by_merchant" });
    return "cancelled";
  });
}
