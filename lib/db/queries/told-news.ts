import type { SubscriptionId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import type { ToldNewsTable } from "../schema.ts";

/** Of these keys, those a subscription has been told of, or is about to be. */
export async function listToldKeys(db: Queryable, subscriptionId: SubscriptionId, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom("told_news")
    .select("news_key")
    .where("subscription_id", "=", subscriptionId)
    .where("news_key", "in", keys)
    .execute();
  return new Set(rows.map((row) => row.news_key));
}

export async function insertToldNews(db: Queryable, rows: readonly ToldNewsTable[]): Promise<void> {
  await db
    .insertInto("told_news")
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
