import { RateLimiterMemory } from "rate-limiter-flexible";
import { consumePoint } from "#lib/http/consume-point.ts";

/** More than a family at one address types, and little for whoever tries out addresses. */
const MOST_WISHES = 10;
const WINDOW_SECONDS = 600;

/** Seconds to wait, or null where one more wish for news may be taken. */
export type WishLimit = (client: string) => Promise<number | null>;

/**
 * How often a client may ask for news, in this process; `lookupsPerMinute` is 0 where nothing is limited. What must hold for all
 * processes (how often one address is written to, how many are told of a parcel) is counted in the database, where a wish is taken.
 */
export function createWishLimit({ lookupsPerMinute }: { lookupsPerMinute: number }): WishLimit {
  if (lookupsPerMinute === 0) return async () => null;
  const wishes = new RateLimiterMemory({ keyPrefix: "wishes", points: MOST_WISHES, duration: WINDOW_SECONDS });
  return (client) => consumePoint(wishes, client);
}
