import type { Database } from "#lib/db/engine/database.ts";
import { countDomainRows, insertDomainRow, listOperatorHosts } from "#lib/db/queries/domains.ts";
import type { DomainsTable } from "#lib/db/schema.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { type MerchantId, newId, type RandomBytes, type UserId } from "#lib/shared/ids.ts";
import { type DomainRecord, readDomainRow } from "./domain-record.ts";
import type { PlatformConfig } from "./platform.ts";
import { newProof } from "./proof.ts";
import { readHost } from "./read-host.ts";

/** More than any shop needs, and few enough to ask DNS about. */
export const MOST_DOMAINS = 20;

export type AddDomainOutcome =
  | { kind: "added"; domain: DomainRecord }
  | { kind: "invalid"; message: string }
  /** It is among theirs already. */
  | { kind: "exists"; host: string }
  | { kind: "too_many" };

interface AddContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  config: PlatformConfig;
}

/** Writes down that a host is a merchant's, so they say. Any number of merchants may say so: only a proof gives it to one. */
export async function addDomain(
  ctx: AddContext,
  input: { merchantId: MerchantId; userId: UserId; text: string },
): Promise<AddDomainOutcome> {
  const { merchantId, userId, text } = input;
  const read = readHost(text, ctx.config);
  if (read.kind === "refused") return { kind: "invalid", message: read.message };
  const now = ctx.clock.now();
  const row: DomainsTable = {
    id: newId("dom", ctx.random),
    merchant_id: merchantId,
    host: read.host,
    proof: newProof(ctx.random),
    state: "pending",
    created_at: now,
    created_by: userId,
    verified_at: null,
    checked_at: null,
    next_check_at: now,
    lost_since: null,
    ended_at: null,
    findings: null,
  };
  return ctx.db.kysely.transaction().execute(async (trx): Promise<AddDomainOutcome> => {
    if ((await countDomainRows(trx, merchantId)) >= MOST_DOMAINS) return { kind: "too_many" };
    if ((await listOperatorHosts(trx, merchantId)).includes(read.host)) return { kind: "exists", host: read.host };
    const isNew = await insertDomainRow(trx, row);
    return isNew ? { kind: "added", domain: readDomainRow(row) } : { kind: "exists", host: read.host };
  });
}
