import { sql } from "kysely";
import type { MerchantId } from "#lib/shared/ids.ts";
import { compileOnce, JUST_ONE } from "../engine/compile-once.ts";
import type { Database, Queryable } from "../engine/database.ts";
import type { MerchantsTable } from "../schema.ts";

export type MerchantRow = Pick<MerchantsTable, "id" | "slug" | "is_default" | "brand_version" | "brand">;

export type MerchantAddressRow = Pick<MerchantsTable, "slug" | "is_default"> & { host: string | null };

const COLUMNS = ["merchants.id", "merchants.slug", "merchants.is_default", "merchants.brand_version", "merchants.brand"] as const;

const selectForHost = compileOnce((db, input: { host: string; slug: string }) => {
  const byHost = db
    .selectFrom("merchant_hosts")
    .innerJoin("merchants", "merchants.id", "merchant_hosts.merchant_id")
    .where("merchant_hosts.host", "=", input.host)
    .select(COLUMNS)
    .select((eb) => eb.lit<number>(1).as("rank"));
  const bySlug = db
    .selectFrom("merchants")
    .where("slug", "=", input.slug)
    .select(COLUMNS)
    .select((eb) => eb.lit<number>(2).as("rank"));
  const byDefault = db
    .selectFrom("merchants")
    .where("is_default", "=", (eb) => eb.lit(1))
    .select(COLUMNS)
    .select((eb) => eb.lit<number>(3).as("rank"));
  return byHost.unionAll(bySlug).unionAll(byDefault).orderBy("rank").limit(JUST_ONE);
});

const selectBySlug = compileOnce((db, input: { slug: string }) =>
  db.selectFrom("merchants").where("slug", "=", input.slug).select(COLUMNS),
);

const selectById = compileOnce((db, input: { id: MerchantId }) => db.selectFrom("merchants").where("id", "=", input.id).select(COLUMNS));

const selectDefault = compileOnce((db) =>
  db
    .selectFrom("merchants")
    .where("is_default", "=", (eb) => eb.lit(1))
    .select(COLUMNS),
);

/** One question: the merchant with this host, else with this slug, else the default one. Empty text matches nobody. */
export async function findMerchantRowForHost(db: Database, input: { host: string; slug: string }): Promise<MerchantRow | undefined> {
  return (await selectForHost(db, input))[0];
}

export async function findMerchantRowBySlug(db: Database, slug: string): Promise<MerchantRow | undefined> {
  return (await selectBySlug(db, { slug }))[0];
}

export async function findMerchantRowById(db: Database, id: MerchantId): Promise<MerchantRow | undefined> {
  return (await selectById(db, { id }))[0];
}

export async function findDefaultMerchantRow(db: Database): Promise<MerchantRow | undefined> {
  return (await selectDefault(db, {}))[0];
}

const selectAddress = compileOnce((db, input: { id: string }) =>
  db
    .selectFrom("merchants")
    .where("merchants.id", "=", input.id as MerchantId)
    .select(({ selectFrom }) => [
      "merchants.slug",
      "merchants.is_default",
      // A host that was lost may lead elsewhere by now: it is served, but nobody is sent there.
      selectFrom("merchant_hosts")
        .leftJoin("domains", "domains.id", "merchant_hosts.domain_id")
        .whereRef("merchant_hosts.merchant_id", "=", "merchants.id")
        .where(({ or, eb }) => or([eb("merchant_hosts.domain_id", "is", null), eb("domains.state", "=", sql.lit("active"))]))
        .select("merchant_hosts.host")
        .orderBy((eb) => eb.case().when("domains.verified_at", "is", null).then(eb.lit(1)).else(eb.lit(0)).end())
        .orderBy("domains.verified_at")
        .orderBy("merchant_hosts.host")
        .limit(JUST_ONE)
        .as("host"),
    ]),
);

/** What a merchant's links are made of; `host` is that of its oldest active domain, else the first the operator set. */
export async function findMerchantAddressRow(db: Database, id: MerchantId): Promise<MerchantAddressRow | undefined> {
  return (await selectAddress(db, { id }))[0];
}

/** Every merchant with its hosts, by slug. */
export async function listMerchantRows(db: Queryable) {
  const [merchants, hosts] = await Promise.all([
    db.selectFrom("merchants").select(["id", "slug", "name", "is_default"]).orderBy("slug").execute(),
    db.selectFrom("merchant_hosts").selectAll().orderBy("host").execute(),
  ]);
  const hostsOf = Map.groupBy(hosts, (row) => row.merchant_id);
  return merchants.map((merchant) => ({ ...merchant, hosts: (hostsOf.get(merchant.id) ?? []).map((row) => row.host) }));
}

/** Inserts, or updates name and brand; `brand_version` counts up only when the brand's text changes. Leaves `is_default` of a known one alone. */
export async function upsertMerchantRow(db: Queryable, row: MerchantsTable): Promise<MerchantRow> {
  return db
    .insertInto("merchants")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("slug").doUpdateSet((eb) => ({
        name: eb.ref("excluded.name"),
        brand: eb.ref("excluded.brand"),
        brand_version: eb
          .case()
          .when("merchants.brand", "=", eb.ref("excluded.brand"))
          .then(eb.ref("merchants.brand_version"))
          .else(eb("merchants.brand_version", "+", 1))
          .end(),
        updated_at: eb.ref("excluded.updated_at"),
      })),
    )
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

/** Answers whether it did. */
export async function insertMerchantRowIfNone(db: Queryable, row: MerchantsTable): Promise<boolean> {
  const inserted = await db
    .insertInto("merchants")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Moves the default to this merchant; call it inside a transaction. */
export async function makeDefault(db: Queryable, merchantId: MerchantId): Promise<void> {
  await db.updateTable("merchants").set({ is_default: 0 }).where("is_default", "=", 1).where("id", "<>", merchantId).execute();
  await db.updateTable("merchants").set({ is_default: 1 }).where("id", "=", merchantId).execute();
}

/** Those of the hosts that belong to a merchant other than the one with this slug. */
export async function listTakenHosts(db: Queryable, hosts: readonly string[], slug: string): Promise<string[]> {
  if (hosts.length === 0) return [];
  const rows = await db
    .selectFrom("merchant_hosts")
    .innerJoin("merchants", "merchants.id", "merchant_hosts.merchant_id")
    .where("merchant_hosts.host", "in", hosts)
    .where("merchants.slug", "<>", slug)
    .select("merchant_hosts.host")
    .execute();
  return rows.map((row) => row.host);
}

/** Those the operator set; what the merchant has proven stays. */
export async function replaceHosts(db: Queryable, merchantId: MerchantId, hosts: readonly string[]): Promise<void> {
  await db.deleteFrom("merchant_hosts").where("merchant_id", "=", merchantId).where("domain_id", "is", null).execute();
  const proven = new Set(
    (await db.selectFrom("merchant_hosts").select("host").where("merchant_id", "=", merchantId).execute()).map(({ host }) => host),
  );
  const rows = hosts.filter((host) => !proven.has(host)).map((host) => ({ host, merchant_id: merchantId, domain_id: null }));
  if (rows.length > 0) await db.insertInto("merchant_hosts").values(rows).execute();
}
