import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { findSenderDomainRow, lockSenderDomainRow, type SenderDomainRef, updateSenderDomainRow } from "#lib/db/queries/sender-domains.ts";
import type { SenderDomainsTable } from "#lib/db/schema.ts";
import type { Dns } from "#lib/dns/dns.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import { isId, type MerchantId, type RandomBytes } from "#lib/shared/ids.ts";
import { mainSenderProblem } from "./explain-sender-findings.ts";
import { lookUpSender, type SenderLookUp } from "./look-up-sender.ts";
import { judgeDkim, nextSenderCheckAt, nextStanding } from "./next-sender-step.ts";
import { readSenderDomainRow, type SenderDomain } from "./sender-domain.ts";
import { readSenderFindings, type SenderFindings } from "./sender-findings.ts";
import { raiseSenderNotice, resolveSenderNotices } from "./sender-notices.ts";

export interface CheckSenderContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  dns: Dns;
}

export type CheckSenderOutcome = { kind: "checked"; domain: SenderDomain } | { kind: "not_found" };

/** Looks a sender domain up in DNS and does what follows: trusts it, misses it, writes by it no more. */
export async function checkSender(
  ctx: CheckSenderContext,
  { merchantId, id }: { merchantId: MerchantId; id: string },
): Promise<CheckSenderOutcome> {
  if (!isId("snd", id)) return { kind: "not_found" };
  const ref = { id, merchantId };
  const row = await findSenderDomainRow(ctx.db.kysely, ref);
  if (!row) return { kind: "not_found" };
  const lookUp = await lookUpSender(ctx.dns, row);
  const settling = { now: ctx.clock.now(), random: ctx.random };
  const settled = await ctx.db.kysely.transaction().execute((trx) => settle(trx, settling, ref, lookUp));
  return settled ? { kind: "checked", domain: readSenderDomainRow(settled) } : { kind: "not_found" };
}

/** The domain may have changed while DNS was asked: what follows is judged by how it stands now. */
async function settle(
  trx: Queryable,
  ctx: { now: Instant; random: RandomBytes },
  ref: SenderDomainRef,
  lookUp: SenderLookUp,
): Promise<SenderDomainsTable | undefined> {
  const row = await lockSenderDomainRow(trx, ref);
  if (!row) return undefined;
  const { now } = ctx;
  const verdict = judgeDkim(lookUp.dkim);
  const before = { state: row.state, missedSince: readSenderFindings(row.findings)?.missedSince ?? null };
  const { state, missedSince } = nextStanding(before, verdict, now);
  const findings: SenderFindings = { ...lookUp, missedSince };
  const changes = {
    state,
    checked_at: now,
    next_check_at: nextSenderCheckAt({ state, createdAt: row.created_at }, verdict, now),
    findings: JSON.stringify(findings),
  };
  await updateSenderDomainRow(trx, ref, changes);
  if (state === "verified") await resolveSenderNotices(trx, ref, now);
  if (state === "lost" && row.state !== "lost") await raiseSenderNotice(trx, ctx, ref, lossOf(row, findings));
  return { ...row, ...changes };
}

const lossOf = ({ domain }: SenderDomainsTable, findings: SenderFindings) =>
  `Mails are sent from ${domain} no more, but from the installation's own address: ${mainSenderProblem(findings)}. Put the record back to write as yourself again.`;
