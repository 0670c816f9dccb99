import type { Database } from "#lib/db/engine/database.ts";
import { findMessageSettingsRow, updateMessageSettings } from "#lib/db/queries/message-settings.ts";
import { deleteSenderDomainRow, lockSenderDomainRow } from "#lib/db/queries/sender-domains.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { isId, type MerchantId } from "#lib/shared/ids.ts";
import { domainOfAddress } from "./sender-domain.ts";
import { resolveSenderNotices } from "./sender-notices.ts";

export type RemoveSenderDomainOutcome = { kind: "removed"; domain: string } | { kind: "not_found" };

/** Forgets a domain and its key; mails go out from the installation's own address from now on. */
export async function removeSenderDomain(
  ctx: { db: Database; clock: Clock },
  { merchantId, id }: { merchantId: MerchantId; id: string },
): Promise<RemoveSenderDomainOutcome> {
  if (!isId("snd", id)) return { kind: "not_found" };
  const ref = { id, merchantId };
  const now = ctx.clock.now();
  return ctx.db.kysely.transaction().execute(async (trx): Promise<RemoveSenderDomainOutcome> => {
    const row = await lockSenderDomainRow(trx, ref);
    if (!row) return { kind: "not_found" };
    const from = (await findMessageSettingsRow(trx, merchantId))?.from_address ?? null;
    if (from !== null && domainOfAddress(from) === row.domain) {
      await updateMessageSettings(trx, merchantId, { from_address: null, updated_at: now });
    }
    await deleteSenderDomainRow(trx, ref);
    await resolveSenderNotices(trx, ref, now);
    return { kind: "removed", domain: row.domain };
  });
}
