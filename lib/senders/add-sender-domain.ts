import type { Database } from "#lib/db/engine/database.ts";
import { insertSenderDomainRow, listSenderDomainRows } from "#lib/db/queries/sender-domains.ts";
import type { SenderDomainsTable } from "#lib/db/schema.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { type MerchantId, newId, type RandomBytes } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { makeDkimKey } from "./dkim-key.ts";
import { readSenderDomain } from "./read-sender-domain.ts";
import { readSenderDomainRow, SENDER_KEY_PURPOSE, type SenderDomain } from "./sender-domain.ts";

/** More than any shop writes from. */
export const MOST_SENDER_DOMAINS = 10;

export type AddSenderDomainOutcome =
  | { kind: "added"; domain: SenderDomain }
  | { kind: "invalid"; message: string }
  /** It is among theirs already. */
  | { kind: "exists"; domain: string }
  | { kind: "too_many" };

interface AddContext {
  db: Database;
  clock: Clock;
  random: RandomBytes;
  vault: Vault;
}

/** Makes a key for a domain. Any number of merchants may do so for one domain: each has a record of its own to publish. */
export async function addSenderDomain(
  ctx: AddContext,
  { merchantId, text }: { merchantId: MerchantId; text: string },
): Promise<AddSenderDomainOutcome> {
  const read = readSenderDomain(text);
  if (read.kind === "refused") return { kind: "invalid", message: read.message };
  const { selector, privateKey, publicKey } = await makeDkimKey(ctx.random);
  const now = ctx.clock.now();
  const row: SenderDomainsTable = {
    id: newId("snd", ctx.random),
    merchant_id: merchantId,
    domain: read.domain,
    selector,
    private_key: ctx.vault.seal(privateKey, SENDER_KEY_PURPOSE),
    public_key: publicKey,
    state: "pending",
    created_at: now,
    checked_at: null,
    next_check_at: now,
    findings: null,
  };
  return ctx.db.kysely.transaction().execute(async (trx): Promise<AddSenderDomainOutcome> => {
    const known = await listSenderDomainRows(trx, merchantId);
    if (known.some(({ domain }) => domain === read.domain)) return { kind: "exists", domain: read.domain };
    if (known.length >= MOST_SENDER_DOMAINS) return { kind: "too_many" };
    const isNew = await insertSenderDomainRow(trx, row);
    return isNew ? { kind: "added", domain: readSenderDomainRow(row) } : { kind: "exists", domain: read.domain };
  });
}
