import type { MerchantId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";

/** In which merchant's books, and in which of the two, rows are looked for. */
export interface Books {
  merchantId: MerchantId;
  mode: Mode;
}
