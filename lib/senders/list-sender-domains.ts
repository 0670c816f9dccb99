import type { Database } from "#lib/db/engine/database.ts";
import { listSenderDomainRows } from "#lib/db/queries/sender-domains.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { readSenderDomainRow, type SenderDomain } from "./sender-domain.ts";

/** By name. */
export async function listSenderDomains(ctx: { db: Database }, merchantId: MerchantId): Promise<SenderDomain[]> {
  return (await listSenderDomainRows(ctx.db.kysely, merchantId)).map(readSenderDomainRow);
}
