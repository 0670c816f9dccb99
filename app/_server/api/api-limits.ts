import { RateLimiterMemory } from "rate-limiter-flexible";
import { consumePoint, secondsUntil } from "#lib/http/consume-point.ts";

/** How many keys that nobody has one client may show in a minute. */
const WRONG_KEYS_PER_MINUTE = 30;
const MOST_FAMILIAR_KEYS = 10_000;

/** Who may call, and who calls too often. Waits are in seconds; null for none. */
export interface ApiLimits {
  /** Before a key is looked up: whether this client showed too many wrong ones. A key that worked before is looked up all the same. */
  waitToShowKey(client: string, key: string): Promise<number | null>;
  countWrongKey(client: string): Promise<void>;
  /** Counts a call with a key that was found. */
  waitToCall(keyId: string, key: string): Promise<number | null>;
}

/** Counts calls by key; 0 means as many as one likes. Wrong keys are counted always. */
export function createApiLimits(callsPerMinute: number): ApiLimits {
  const wrongKeys = new RateLimiterMemory({ keyPrefix: "wrong-keys", points: WRONG_KEYS_PER_MINUTE, duration: 60 });
  const calls = callsPerMinute === 0 ? null : new RateLimiterMemory({ keyPrefix: "calls", points: callsPerMinute, duration: 60 });
  // Many shops may come from one address, one of them with an old key: the others must not be shut out with it.
  const familiarKeys = new Set<string>();

  return {
    async waitToShowKey(client, key) {
      if (familiarKeys.has(key)) return null;
      const counted = await wrongKeys.get(client);
      return counted && counted.consumedPoints >= WRONG_KEYS_PER_MINUTE ? secondsUntil(counted) : null;
    },
    async countWrongKey(client) {
      await wrongKeys.penalty(client);
    },
    async waitToCall(keyId, key) {
      familiarKeys.add(key);
      const [oldest] = familiarKeys;
      if (oldest !== undefined && familiarKeys.size > MOST_FAMILIAR_KEYS) familiarKeys.delete(oldest);
      return calls && consumePoint(calls, keyId);
    },
  };
}
