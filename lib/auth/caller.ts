import type { Books } from "#lib/db/queries/books.ts";
import type { ApiKeyId } from "#lib/shared/ids.ts";

/** On whose behalf an API call is made: every verb sees this merchant's books, in this mode, and no other. */
export interface Caller extends Books {
  merchantSlug: string;
  keyId: ApiKeyId;
}
