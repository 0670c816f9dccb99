import { trackerColumn } from "#lib/db/json-columns.ts";
import { findSubscriptionById } from "#lib/db/queries/subscriptions.ts";
import { findTrackerRow } from "#lib/db/queries/trackers.ts";
import { findMerchantById } from "#lib/merchants/find-merchant.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import type { NewsOffer } from "#lib/view/subscribe-view.ts";
import { loadNewsOffer, type OfferContext } from "./news-offer.ts";
import { buildSubscriptionRecord, type SubscriptionRecord } from "./subscription-record.ts";
import { readSubscriptionToken } from "./subscription-token.ts";

export interface FoundSubscriber {
  merchant: Merchant;
  subscription: SubscriptionRecord;
  tracker: Tracker;
  checkedAt: Instant;
  updatedAt: Instant;
  /** What the shop sends at all; null for nothing. */
  newsOffer: NewsOffer | null;
}

/** Whom the token in a message stands for; null for a wrong one, and for one whose subscription is gone. */
export async function findSubscriber(ctx: OfferContext, token: string): Promise<FoundSubscriber | null> {
  const id = readSubscriptionToken(ctx, token);
  const row = id && (await findSubscriptionById(ctx.db.kysely, id));
  if (!row) return null;
  const books = { merchantId: row.merchant_id, mode: row.mode };
  const [merchant, tracker, newsOffer] = await Promise.all([
    findMerchantById(ctx, row.merchant_id),
    findTrackerRow(ctx.db.kysely, books, row.tracker_id),
    loadNewsOffer(ctx, row.merchant_id),
  ]);
  if (!merchant || !tracker) return null;
  const { document, checked_at: checkedAt, updated_at: updatedAt } = tracker;
  return { merchant, subscription: buildSubscriptionRecord(row), tracker: trackerColumn.read(document), checkedAt, updatedAt, newsOffer };
}
