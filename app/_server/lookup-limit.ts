import { RateLimiterMemory } from "rate-limiter-flexible";
import { consumePoint } from "#lib/http/consume-point.ts";

/** How many times more look-ups a merchant's pages take in all than one client may make. */
const MERCHANT_FACTOR = 500;

/** Seconds to wait, or null when the look-up may go ahead. */
export type LookupLimit = (facts: { client: string; merchantId: string }) => Promise<number | null>;

/** Tracking numbers can be guessed: so look-ups are counted, by client and by merchant. 0 means no limit. */
export function createLookupLimit(perMinute: number): LookupLimit {
  if (perMinute === 0) return async () => null;
  const byClient = new RateLimiterMemory({ keyPrefix: "client", points: perMinute, duration: 60 });
  const byMerchant = new RateLimiterMemory({ keyPrefix: "merchant", points: perMinute * MERCHANT_FACTOR, duration: 60 });
  return async ({ client, merchantId }) => (await consumePoint(byClient, client)) ?? consumePoint(byMerchant, merchantId);
}
