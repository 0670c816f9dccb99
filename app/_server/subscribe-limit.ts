import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Runtime } from "#lib/runtime/runtime.ts";

/** More than a family at one address types, and little for whoever tries out addresses. */
const MOST_WISHES = 10;
const WINDOW_SECONDS = 600;

const limits = new WeakMap<Runtime, RateLimiterMemory>();

/**
 * Whether a client address has asked for news too often in this process. What must hold for all processes (how often one address is
 * written to, how many are told of a parcel) is counted in the database, where a wish is taken.
 */
export async function wishesTooOften(runtime: Runtime, clientAddress: string): Promise<boolean> {
  if (runtime.config.rateLimitPerMinute === 0) return false;
  const limit = limits.get(runtime) ?? new RateLimiterMemory({ points: MOST_WISHES, duration: WINDOW_SECONDS });
  limits.set(runtime, limit);
  return limit.consume(clientAddress).then(
    () => false,
    () => true,
  );
}
