import type { Database, Queryable } from "#lib/db/engine/database.ts";
import { type DomainRef, findDomainRow, freeHostOf, lockDomainRow, lockHostRow, updateDomainRow } from "#lib/db/queries/domains.ts";
import type { DomainsTable } from "#lib/db/schema.ts";
import type { Dns } from "#lib/dns/dns.ts";
import type { Clock, Instant } from "#lib/shared/clock.ts";
import { isId, type MerchantId, type RandomBytes } from "#lib/shared/ids.ts";
import { dayOf } from "#lib/view/console-time.ts";
import { claimHost } from "./claim-host.ts";
import { raiseDomainNotice, resolveDomainNotices } from "./domain-notices.ts";
import { type DomainRecord, readDomainRow } from "./domain-record.ts";
import { mainProblem } from "./explain-findings.ts";
import { type Findings, judgeFindings } from "./findings.ts";
import { type LookUp, lookUpHost } from "./look-up-host.ts";
import { type DomainStep, graceEnd, nextCheckAt, nextStep } from "./next-step.ts";
import type { PlatformConfig } from "./platform.ts";

export interface CheckContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  dns: Dns;
  config: PlatformConfig;
}

export type CheckDomainOutcome = { kind: "checked"; domain: DomainRecord } | { kind: "not_found" };

/** Looks a domain up in DNS and does what follows: activates it, misses it, lets it go. */
export async function checkDomain(ctx: CheckContext, input: { merchantId: MerchantId; id: string }): Promise<CheckDomainOutcome> {
  const { merchantId, id } = input;
  if (!isId("dom", id)) return { kind: "not_found" };
  const domain = { id, merchantId };
  const row = await findDomainRow(ctx.db.kysely, domain);
  if (!row) return { kind: "not_found" };

  const lookUp = await lookUpHost(ctx, row);
  const settling = { now: ctx.clock.now(), random: ctx.random };
  const settled = await ctx.db.kysely.transaction().execute((trx) => settle(trx, settling, { domain, host: row.host, lookUp }));
  return settled ? { kind: "checked", domain: readDomainRow(settled) } : { kind: "not_found" };
}

interface SettleContext {
  now: Instant;
  random: RandomBytes;
}

/** The domain may have changed while DNS was asked: what follows is judged by how it stands now. */
async function settle(
  trx: Queryable,
  ctx: SettleContext,
  { domain, host, lookUp }: { domain: DomainRef; host: string; lookUp: LookUp },
): Promise<DomainsTable | undefined> {
  await lockHostRow(trx, host);
  const row = await lockDomainRow(trx, domain);
  if (!row) return undefined;
  const verdict = judgeFindings(lookUp.findings);
  const step = nextStep(row, verdict, ctx.now);
  const heldBy = step === "activate" ? await claimHost(trx, ctx, { domain: row, texts: lookUp.texts }) : null;
  const findings: Findings = { ...lookUp.findings, heldBy };
  const changes = heldBy === null ? await STEPS[step](trx, ctx, row, findings) : {};
  const now = { ...row, ...changes };
  const checked = { checked_at: ctx.now, findings: JSON.stringify(findings), next_check_at: nextCheckAt(now, verdict, ctx.now) };
  await updateDomainRow(trx, domain, { ...changes, ...checked });
  return { ...now, ...checked };
}

type Step = (trx: Queryable, ctx: SettleContext, row: DomainsTable, findings: Findings) => Promise<Partial<DomainsTable>>;

const STEPS: Readonly<Record<DomainStep, Step>> = {
  stay: async () => ({}),
  async activate(trx, { now }, row) {
    await resolveDomainNotices(trx, refOf(row), now);
    return { state: "active", verified_at: now, lost_since: null, ended_at: null };
  },
  async recover(trx, { now }, row) {
    await resolveDomainNotices(trx, refOf(row), now);
    return { state: "active", lost_since: null };
  },
  async lose(trx, ctx, row, findings) {
    await raiseDomainNotice(trx, ctx, refOf(row), {
      kind: "domain.lost",
      message: `${row.host} is about to be lost: ${mainProblem(row.host, findings)}. Its pages go on until ${dayOf(graceEnd(ctx.now))}; put the record back before then.`,
    });
    return { state: "lost", lost_since: ctx.now };
  },
  async end(trx, ctx, row, findings) {
    await freeHostOf(trx, refOf(row));
    await resolveDomainNotices(trx, refOf(row), ctx.now);
    await raiseDomainNotice(trx, ctx, refOf(row), {
      kind: "domain.ended",
      message: `${row.host} is served no more: ${mainProblem(row.host, findings)}. Put the record back and check it again to have it back.`,
    });
    return { state: "ended", lost_since: null, ended_at: ctx.now };
  },
};

const refOf = ({ id, merchant_id }: DomainsTable): DomainRef => ({ id, merchantId: merchant_id });
