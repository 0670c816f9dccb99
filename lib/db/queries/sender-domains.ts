import type { Instant } from "#lib/shared/clock.ts";
import type { MerchantId, SenderDomainId } from "#lib/shared/ids.ts";
import type { Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { SenderDomainsTable } from "../schema.ts";

export interface SenderDomainRef {
  id: SenderDomainId;
  merchantId: MerchantId;
}

/** Answers whether it is new: a merchant names a domain once. */
export async function insertSenderDomainRow(db: Queryable, row: SenderDomainsTable): Promise<boolean> {
  const inserted = await db
    .insertInto("sender_domains")
    .values(row)
    .onConflict((conflict) => conflict.columns(["merchant_id", "domain"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** By name. */
export async function listSenderDomainRows(db: Queryable, merchantId: MerchantId): Promise<SenderDomainsTable[]> {
  return db.selectFrom("sender_domains").selectAll().where("merchant_id", "=", merchantId).orderBy("domain").execute();
}

export async function findSenderDomainRow(db: Queryable, ref: SenderDomainRef): Promise<SenderDomainsTable | undefined> {
  return whereSenderDomain(db, ref).selectAll().executeTakeFirst();
}

export async function findSenderDomainByName(
  db: Queryable,
  { merchantId, domain }: { merchantId: MerchantId; domain: string },
): Promise<SenderDomainsTable | undefined> {
  return db
    .selectFrom("sender_domains")
    .selectAll()
    .where("merchant_id", "=", merchantId)
    .where("domain", "=", storableText(domain))
    .executeTakeFirst();
}

/** Locked until the transaction ends. */
export async function lockSenderDomainRow(db: Queryable, ref: SenderDomainRef): Promise<SenderDomainsTable | undefined> {
  return whereSenderDomain(db, ref).selectAll().forNoKeyUpdate().executeTakeFirst();
}

export async function updateSenderDomainRow(db: Queryable, ref: SenderDomainRef, changes: Partial<SenderDomainsTable>): Promise<void> {
  const { findings, ...rest } = changes;
  await db
    .updateTable("sender_domains")
    .set({ ...rest, ...(findings && { findings: storableText(findings) }) })
    .where("id", "=", ref.id)
    .where("merchant_id", "=", ref.merchantId)
    .execute();
}

export async function deleteSenderDomainRow(db: Queryable, ref: SenderDomainRef): Promise<void> {
  await db.deleteFrom("sender_domains").where("id", "=", ref.id).where("merchant_id", "=", ref.merchantId).execute();
}

/** Whoever's they are: those that were due first come first. */
export async function listDueSenderDomains(db: Queryable, now: Instant, limit: number): Promise<SenderDomainRef[]> {
  const rows = await db
    .selectFrom("sender_domains")
    .select(["id", "merchant_id"])
    .where("next_check_at", "<=", now)
    .orderBy("next_check_at")
    .limit(limit)
    .execute();
  return rows.map(({ id, merchant_id }) => ({ id, merchantId: merchant_id }));
}

function whereSenderDomain(db: Queryable, { id, merchantId }: SenderDomainRef) {
  return db.selectFrom("sender_domains").where("id", "=", id).where("merchant_id", "=", merchantId);
}
