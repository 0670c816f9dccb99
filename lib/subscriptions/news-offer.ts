import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import { findExpiry } from "#lib/db/queries/sandboxes.ts";
import { isSandbox } from "#lib/merchants/sandbox.ts";
import { loadMessageSettings } from "#lib/senders/load-message-settings.ts";
import { CHANNELS, type Channel } from "#lib/shared/channel.ts";
import { type Clock, compareInstants, type Instant, plusMs } from "#lib/shared/clock.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import type { NewsOffer } from "#lib/view/subscribe-view.ts";

export interface OfferContext {
  db: Database;
  clock: Clock;
  vault: Vault;
  config: Pick<Config, "smtpUrl">;
}

/** What shoppers of a merchant can be told, and how; null where nothing would ever be sent. */
export async function loadNewsOffer(ctx: OfferContext, merchantId: MerchantId): Promise<NewsOffer | null> {
  const [settings, expiresAt] = await Promise.all([loadMessageSettings(ctx, merchantId), findExpiry(ctx.db.kysely, merchantId)]);
  const canSend: Readonly<Record<Channel, boolean>> = { email: ctx.config.smtpUrl !== null, sms: settings.sms !== null };
  const channels = CHANNELS.filter((channel) => canSend[channel]);
  const isSilent = !settings.isOn || isSandbox({ expiresAt }) || channels.length === 0 || settings.topics.length === 0;
  return isSilent ? null : { channels, topics: settings.topics };
}

const GOOD_FOR_MS = 30_000;
const MOST_REMEMBERED = 5000;

type Remembered = Map<MerchantId, { until: Instant; offer: Promise<NewsOffer | null> }>;
const remembered = new WeakMap<Database, Remembered>();

/** The same, at most half a minute old: every page shows it, and none should cost a query for it. */
export function recallNewsOffer(ctx: OfferContext, merchantId: MerchantId): Promise<NewsOffer | null> {
  const offers: Remembered = remembered.get(ctx.db) ?? new Map();
  remembered.set(ctx.db, offers);
  const now = ctx.clock.now();
  const known = offers.get(merchantId);
  if (known && compareInstants(now, known.until) < 0) return known.offer;
  if (offers.size >= MOST_REMEMBERED) offers.clear();
  const offer = loadNewsOffer(ctx, merchantId);
  offers.set(merchantId, { until: plusMs(now, GOOD_FOR_MS), offer });
  offer.catch(() => offers.delete(merchantId));
  return offer;
}
