import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, RandomBytes } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";

/** Whose books a snapshot goes into, and when. */
export interface FoldContext {
  merchantId: MerchantId;
  now: Instant;
  random: RandomBytes;
  /** Seals what an order tells of its shopper. */
  vault: Pick<Vault, "seal" | "digest">;
  /** The epoch that whoever tells the news means; by its dates where nobody says. */
  epoch?: number;
}
