import type { ApiKeyId, MerchantId } from "#lib/shared/ids.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";

/** On whose behalf an API call is made: every verb sees this merchant's books, in this mode, and no other. */
export interface Caller {
  merchantId: MerchantId;
  merchantSlug: string;
  mode: Mode;
  keyId: ApiKeyId;
}
