import type { Database } from "#lib/db/engine/database.ts";
import { storableText } from "#lib/db/engine/storable-text.ts";
import { deleteSuppression } from "#lib/db/queries/suppressions.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

/**
 * The merchant may write to an address again: a mailbox was full and is not any more, or its owner asks for it. What had ended stays so,
 * and can be begun anew. Answers what the address is recognised by; null where there was nothing to lift.
 */
export async function liftSuppression(
  ctx: { db: Database },
  { merchantId, addressDigest }: { merchantId: MerchantId; addressDigest: string },
): Promise<string | null> {
  const lifted = await deleteSuppression(ctx.db.kysely, { merchantId, addressDigest: storableText(addressDigest) });
  return lifted?.address_hint ?? null;
}
