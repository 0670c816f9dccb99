import { RateLimiterMemory } from "rate-limiter-flexible";
import { consumePoint } from "#lib/http/consume-point.ts";

/** How many times more look-ups a merchant's pages take in all than one address may make. */
const MERCHANT_FACTOR = 500;

/** Seconds to wait, or null when the look-up may go ahead. */
export type LookupLimit = (facts: { clientAddress: string; merchantId: string }) => Promise<number | null>;

/** Tracking numbers can be guessed: so look-ups are counted, by address and by merchant. 0 means no limit. */
export function createLookupLimit(perMinute: number): LookupLimit {
  if (perMinute === 0) return async () => null;
  const byAddress = new RateLimiterMemory({ keyPrefix: "address", points: perMinute, duration: 60 });
  const byMerchant = new RateLimiterMemory({ keyPrefix: "merchant", points: perMinute * MERCHANT_FACTOR, duration: 60 });
  return async ({ clientAddress, merchantId }) => (await consumePoint(byAddress, clientAddress)) ?? consumePoint(byMerchant, merchantId);
}
