import type { MessagesTable, SubscriptionsTable } from "#lib/db/schema.ts";
import type { TrackerId } from "#lib/shared/ids.ts";
import { openBooks } from "#lib/shipments/news.testing.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";
import { type SubscribeInput, type SubscribeOutcome, subscribe } from "./subscribe.ts";

export const MIA = "mia@shopper.example";

/** A shop with a parcel on its way, and shoppers who want to hear of it. */
export async function openShop(test: TestDatabase, slug = "fern") {
  const books = await openBooks(test, slug);
  const { merchantId } = books.caller;
  const parcel = await books.register();
  const where = { merchantId, trackerId: parcel.id };

  const wish = (changes: Partial<SubscribeInput> = {}): Promise<SubscribeOutcome> =>
    subscribe(test, {
      ...where,
      origin: "private_page",
      channel: "email",
      address: MIA,
      topics: ["delivered"],
      lang: "en",
      timeZone: null,
      ...changes,
    });
  const inPublic = (changes: Partial<SubscribeInput> = {}) => wish({ origin: "public_page", ...changes });

  const subscriptions = (): Promise<SubscriptionsTable[]> =>
    test.db.kysely
      .selectFrom("subscriptions")
      .selectAll()
      .where("merchant_id", "=", merchantId)
      .orderBy("created_at")
      .orderBy("id")
      .execute();
  const messages = (): Promise<MessagesTable[]> =>
    test.db.kysely.selectFrom("messages").selectAll().where("merchant_id", "=", merchantId).execute();
  /** Of the only one there is. */
  const only = async () => {
    const rows = await subscriptions();
    const [row] = rows;
    if (!row || rows.length > 1) throw new Error(`there are ${rows.length} subscriptions`);
    return { row, ref: { merchantId, id: row.id } };
  };
  const register = async (number: string): Promise<TrackerId> => (await books.register(number)).id;

  return { ...books, merchantId, parcel, wish, inPublic, subscriptions, messages, only, register };
}
