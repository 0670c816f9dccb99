import type { Queryable } from "#lib/db/engine/database.ts";
import { type DomainRef, lockDomainRow, lockHostRow, moveHost, takeFreeHost, updateDomainRow } from "#lib/db/queries/domains.ts";
import type { DomainsTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { RandomBytes } from "#lib/shared/ids.ts";
import { raiseDomainNotice, resolveDomainNotices } from "./domain-notices.ts";
import type { Findings } from "./findings.ts";
import { isProof } from "./proof.ts";

interface ClaimContext {
  now: Instant;
  random: RandomBytes;
}

/**
 * Gives a proven host to its domain, from whoever had it without a proof of their own among `texts`; the answer says who keeps it
 * otherwise. The primary key of hosts decides between two that claim at the same moment.
 */
export async function claimHost(
  trx: Queryable,
  ctx: ClaimContext,
  { domain, texts }: { domain: DomainsTable; texts: readonly string[] },
): Promise<Findings["heldBy"]> {
  const { host } = domain;
  const claimant = { id: domain.id, merchantId: domain.merchant_id };
  if (await takeFreeHost(trx, host, claimant)) return null;

  const holder = await lockHostRow(trx, host);
  if (holder?.domainId === null) return "operator";
  if (holder?.domainId === claimant.id) return null;
  // One that was let go between the two questions is free at the next check.
  if (!holder) return "shop";
  const held = { id: holder.domainId, merchantId: holder.merchantId };
  const row = await lockDomainRow(trx, held);
  if (row && texts.some((text) => isProof(text, row.proof))) return "shop";
  await loseToAnother(trx, ctx, held, host);
  await moveHost(trx, host, claimant);
  return null;
}

async function loseToAnother(trx: Queryable, ctx: ClaimContext, domain: DomainRef, host: string): Promise<void> {
  await updateDomainRow(trx, domain, { state: "ended", ended_at: ctx.now, lost_since: null, next_check_at: null });
  await resolveDomainNotices(trx, domain, ctx.now);
  await raiseDomainNotice(trx, ctx, domain, {
    kind: "domain.ended",
    message: `${host} has gone to another shop on this installation: its proof is in DNS, and yours is not.`,
  });
}
