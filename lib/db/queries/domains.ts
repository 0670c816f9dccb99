import type { Instant } from "#lib/shared/clock.ts";
import type { DomainId, MerchantId } from "#lib/shared/ids.ts";
import { compileOnce, JUST_ONE } from "../engine/compile-once.ts";
import type { Database, Queryable } from "../engine/database.ts";
import { storableText } from "../engine/storable-text.ts";
import type { DomainsTable } from "../schema.ts";

export interface DomainRef {
  id: DomainId;
  merchantId: MerchantId;
}

/** Answers whether it is new: a merchant names a host once. */
export async function insertDomainRow(db: Queryable, row: DomainsTable): Promise<boolean> {
  const inserted = await db
    .insertInto("domains")
    .values(row)
    .onConflict((conflict) => conflict.columns(["merchant_id", "host"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** In the order they were added. */
export async function listDomainRows(db: Queryable, merchantId: MerchantId): Promise<DomainsTable[]> {
  return db.selectFrom("domains").selectAll().where("merchant_id", "=", merchantId).orderBy("created_at").orderBy("id").execute();
}

export async function countDomainRows(db: Queryable, merchantId: MerchantId): Promise<number> {
  const { count } = await db
    .selectFrom("domains")
    .where("merchant_id", "=", merchantId)
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findDomainRow(db: Queryable, domain: DomainRef): Promise<DomainsTable | undefined> {
  return whereDomain(db, domain).selectAll().executeTakeFirst();
}

/** Locked until the transaction ends. Who wants the host as well locks that first: `lockHostRow`. */
export async function lockDomainRow(db: Queryable, domain: DomainRef): Promise<DomainsTable | undefined> {
  return whereDomain(db, domain).selectAll().forNoKeyUpdate().executeTakeFirst();
}

export async function updateDomainRow(db: Queryable, domain: DomainRef, changes: Partial<DomainsTable>): Promise<void> {
  const { findings, ...rest } = changes;
  await db
    .updateTable("domains")
    .set({ ...rest, ...(findings && { findings: storableText(findings) }) })
    .where("id", "=", domain.id)
    .where("merchant_id", "=", domain.merchantId)
    .execute();
}

export async function deleteDomainRow(db: Queryable, domain: DomainRef): Promise<void> {
  await db.deleteFrom("domains").where("id", "=", domain.id).where("merchant_id", "=", domain.merchantId).execute();
}

/** Whoever's they are: those that were due first come first. */
export async function listDueDomains(db: Queryable, now: Instant, limit: number): Promise<DomainRef[]> {
  const rows = await db
    .selectFrom("domains")
    .select(["id", "merchant_id"])
    .where("next_check_at", "<=", now)
    .orderBy("next_check_at")
    .limit(limit)
    .execute();
  return rows.map(({ id, merchant_id }) => ({ id, merchantId: merchant_id }));
}

export interface HostHolder {
  merchantId: MerchantId;
  /** Null where the operator set it. */
  domainId: DomainId | null;
}

/** Whose a host is, locked until the transaction ends. */
export async function lockHostRow(db: Queryable, host: string): Promise<HostHolder | undefined> {
  const row = await db
    .selectFrom("merchant_hosts")
    .select(["merchant_id", "domain_id"])
    .where("host", "=", host)
    .forUpdate()
    .executeTakeFirst();
  return row && { merchantId: row.merchant_id, domainId: row.domain_id };
}

/** Gives a host that nobody has to a domain; answers whether it did: of two at the same moment, one. */
export async function takeFreeHost(db: Queryable, host: string, domain: DomainRef): Promise<boolean> {
  const taken = await db
    .insertInto("merchant_hosts")
    .values({ host, merchant_id: domain.merchantId, domain_id: domain.id })
    .onConflict((conflict) => conflict.doNothing())
    .returning("host")
    .executeTakeFirst();
  return taken !== undefined;
}

/** Hands a locked host on. */
export async function moveHost(db: Queryable, host: string, domain: DomainRef): Promise<void> {
  await db.updateTable("merchant_hosts").set({ merchant_id: domain.merchantId, domain_id: domain.id }).where("host", "=", host).execute();
}

export async function freeHostOf(db: Queryable, domain: DomainRef): Promise<void> {
  await db.deleteFrom("merchant_hosts").where("domain_id", "=", domain.id).where("merchant_id", "=", domain.merchantId).execute();
}

/** Those the operator set, by name. */
export async function listOperatorHosts(db: Queryable, merchantId: MerchantId): Promise<string[]> {
  const rows = await db
    .selectFrom("merchant_hosts")
    .select("host")
    .where("merchant_id", "=", merchantId)
    .where("domain_id", "is", null)
    .orderBy("host")
    .execute();
  return rows.map(({ host }) => host);
}

const selectServed = compileOnce((db, input: { host: string; slug: string }) =>
  db
    .selectFrom("merchant_hosts")
    .where("host", "=", input.host)
    .select("host as name")
    .unionAll(db.selectFrom("merchants").where("slug", "=", input.slug).where("expires_at", "is", null).select("slug as name"))
    .limit(JUST_ONE),
);

/** Whether a host is some merchant's, or a slug that of one who is here to stay. Empty text is nobody's. */
export async function isHostOrSlugServed(db: Database, input: { host: string; slug: string }): Promise<boolean> {
  return (await selectServed(db, input)).length > 0;
}

function whereDomain(db: Queryable, domain: DomainRef) {
  return db.selectFrom("domains").where("id", "=", domain.id).where("merchant_id", "=", domain.merchantId);
}
