import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import type { Database } from "#lib/db/engine/database.ts";
import { deleteMembers, deleteMerchantRow, deleteOwned, OWNED_TABLES } from "#lib/db/queries/delete-merchant.ts";
import type { MerchantId } from "#lib/shared/ids.ts";

/** Small enough that nobody waits for it. */
const BATCH = 100;

/**
 * Deletes a merchant with everything they have, a batch at a time. People lose their way in first, so that nothing new is
 * made meanwhile; whoever is a member of nothing else is gone with it. Done again after a break, it goes on where it was.
 */
export async function deleteMerchant({ db: { kysely } }: { db: Database }, merchantId: MerchantId): Promise<void> {
  const transact = kysely.transaction();
  await transact.execute((trx) => deleteMembers(trx, merchantId));
  for (const owned of OWNED_TABLES) {
    while (await transact.execute((trx) => deleteOwned(trx, owned, { merchantId, limit: BATCH }))) await nextTurnOfTheLoop();
  }
  await deleteMerchantRow(kysely, merchantId);
}
