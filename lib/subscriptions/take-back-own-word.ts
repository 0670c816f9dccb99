import type { Queryable } from "#lib/db/engine/database.ts";
import { deleteSuppression, findSuppression } from "#lib/db/queries/suppressions.ts";
import type { SubscriptionsTable } from "#lib/db/schema.ts";
import { OWN_WORDS } from "./own-word.ts";

/**
 * Whoever has what was mailed to an address wants its news: what they had said against it holds no more. Answers whether anything can be
 * sent there now. By SMS, that is the phone company's to hear.
 */
export async function takeBackOwnWord(
  trx: Queryable,
  { merchant_id: merchantId, channel, address_digest: addressDigest }: SubscriptionsTable,
): Promise<boolean> {
  const address = { merchantId, channel, addressDigest };
  if (channel === "email") await deleteSuppression(trx, address, OWN_WORDS);
  return (await findSuppression(trx, address)) === undefined;
}
