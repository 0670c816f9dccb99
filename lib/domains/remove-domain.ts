import type { Database } from "#lib/db/engine/database.ts";
import { deleteDomainRow, findDomainRow, freeHostOf, lockDomainRow, lockHostRow } from "#lib/db/queries/domains.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { isId, type MerchantId } from "#lib/shared/ids.ts";
import { resolveDomainNotices } from "./domain-notices.ts";

export type RemoveDomainOutcome = { kind: "removed"; host: string } | { kind: "not_found" };

/** Takes a domain back, and its host out of service at once. */
export async function removeDomain(
  ctx: { db: Database; clock: Clock },
  { merchantId, id }: { merchantId: MerchantId; id: string },
): Promise<RemoveDomainOutcome> {
  if (!isId("dom", id)) return { kind: "not_found" };
  const domain = { id, merchantId };
  const now = ctx.clock.now();
  return ctx.db.kysely.transaction().execute(async (trx): Promise<RemoveDomainOutcome> => {
    const row = await findDomainRow(trx, domain);
    if (!row) return { kind: "not_found" };
    await lockHostRow(trx, row.host);
    if (!(await lockDomainRow(trx, domain))) return { kind: "not_found" };
    await freeHostOf(trx, domain);
    await deleteDomainRow(trx, domain);
    await resolveDomainNotices(trx, domain, now);
    return { kind: "removed", host: row.host };
  });
}
