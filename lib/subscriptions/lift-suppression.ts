import type { Database } from "#lib/db/engine/database.ts";
import { storableText } from "#lib/db/engine/storable-text.ts";
import { deleteSuppression, findSuppressionCursor } from "#lib/db/queries/suppressions.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { SHOPS_WORDS } from "./own-word.ts";

export type LiftSuppressionOutcome =
  /** `addressHint`: what the address is recognised by. */
  | { kind: "lifted"; addressHint: string }
  /** Its shopper said so, and only they can take it back. */
  | { kind: "own_word" }
  | { kind: "not_found" };

/** The merchant may write to an address again: a mailbox was full and is not any more, say. What had ended stays so, and can be begun anew. */
export async function liftSuppression(
  ctx: { db: Database },
  { merchantId, addressDigest }: { merchantId: MerchantId; addressDigest: string },
): Promise<LiftSuppressionOutcome> {
  const suppression = { merchantId, addressDigest: storableText(addressDigest) };
  const lifted = await deleteSuppression(ctx.db.kysely, suppression, SHOPS_WORDS);
  if (lifted) return { kind: "lifted", addressHint: lifted.address_hint };
  return { kind: (await findSuppressionCursor(ctx.db.kysely, suppression)) ? "own_word" : "not_found" };
}
