import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, RandomBytes } from "#lib/shared/ids.ts";

/** Whose books a snapshot goes into, and when. */
export interface FoldContext {
  merchantId: MerchantId;
  now: Instant;
  random: RandomBytes;
  /** The epoch that whoever tells the news means; by its dates where nobody says. */
  epoch?: number;
}
