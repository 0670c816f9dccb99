import type { Database } from "#lib/db/engine/database.ts";
import { listDomainRows, listOperatorHosts } from "#lib/db/queries/domains.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { type DomainRecord, readDomainRow } from "./domain-record.ts";

export interface DomainList {
  /** In the order they were added. */
  domains: DomainRecord[];
  /** Hosts the operator set by the command line; nobody looks whether DNS agrees. */
  operatorHosts: string[];
}

export async function listDomains(ctx: { db: Database }, merchantId: MerchantId): Promise<DomainList> {
  const rows = await listDomainRows(ctx.db.kysely, merchantId);
  return { domains: rows.map(readDomainRow), operatorHosts: await listOperatorHosts(ctx.db.kysely, merchantId) };
}
