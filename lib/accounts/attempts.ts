import { RateLimiterMemory } from "rate-limiter-flexible";
import { consumePoint } from "#lib/http/consume-point.ts";
import { networkOf } from "#lib/http/network-of.ts";

const MINUTES = 60;

/** How often something may be tried by whom, within how many seconds. Passwords: often enough to err, too seldom to guess. */
const LIMITS = {
  /** Of one account, from one network. */
  password: { points: 5, duration: 15 * MINUTES },
  /** Of one account, from anywhere: wide enough that a stranger can hardly keep its owner out. */
  password_of_account: { points: 50, duration: 60 * MINUTES },
  /** Of any account, from one network: a whole office may sit behind it. */
  password_from_network: { points: 30, duration: 15 * MINUTES },
  /** To choose a new one, by somebody signed in. */
  old_password: { points: 5, duration: 15 * MINUTES },
  reset_mail_to_account: { points: 3, duration: 60 * MINUTES },
  reset_mail_from_network: { points: 20, duration: 60 * MINUTES },
  invitation_of_merchant: { points: 50, duration: 60 * MINUTES },
  /** Of one account, to its own address. */
  test_mail: { points: 10, duration: 60 * MINUTES },
  /** Tokens of invitations and resets. */
  token_from_network: { points: 60, duration: 15 * MINUTES },
  ceremony_from_network: { points: 120, duration: 15 * MINUTES },
  /** All that a visitor may do in the day that a sandbox lasts. */
  upload_to_sandbox: { points: 30, duration: 24 * 60 * MINUTES },
  import_to_sandbox: { points: 5, duration: 24 * 60 * MINUTES },
  change_in_sandbox: { points: 300, duration: 24 * 60 * MINUTES },
  sandbox_from_network: { points: 5, duration: 60 * MINUTES },
  /** Each takes a moment in which nobody else is served. */
  rating_from_network: { points: 150, duration: 15 * MINUTES },
} as const;

export type AttemptKind = keyof typeof LIMITS;
type NetworkKind = Extract<AttemptKind, `${string}_from_network`>;

export interface Attempts {
  /** Counts one; answers the seconds to wait where it was one too many. */
  count(kind: AttemptKind, key: string): Promise<number | null>;
  /** The same, by where somebody comes from. */
  countFrom(kind: NetworkKind, address: string | undefined): Promise<number | null>;
  /** It went well: takes the last one back. */
  forgive(kind: AttemptKind, key: string): Promise<void>;
  /** It went well: as if nothing had been tried. */
  forget(kind: AttemptKind, key: string): Promise<void>;
}

/** Kept in this process: of several, each allows as many. */
export function createAttempts(): Attempts {
  const limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([kind, limit]) => [kind, new RateLimiterMemory({ keyPrefix: kind, ...limit })]),
  ) as Record<AttemptKind, RateLimiterMemory>;
  const count = (kind: AttemptKind, key: string) => consumePoint(limiters[kind], key);
  return {
    count,
    countFrom: (kind, address) => count(kind, networkOf(address)),
    forgive: async (kind, key) => void (await limiters[kind].reward(key)),
    forget: async (kind, key) => void (await limiters[kind].delete(key)),
  };
}
