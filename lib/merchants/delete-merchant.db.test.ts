import { sql, type TableMetadata } from "kysely";
import { expect, it } from "vitest";
import { OWNED_TABLES } from "#lib/db/queries/delete-merchant.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { deleteMerchant } from "./delete-merchant.ts";

/** The installation's own, and what is found by no merchant. */
const NOBODYS = new Set(["merchants", "installation_secrets", "verifications", "migrations", "jobs"]);

/** What a column points to, where its name does not say it: `order_id` is one of `orders`. */
const POINTERS: Readonly<Record<string, string>> = { delivery_id: "event_deliveries" };

async function listTables({ db }: TestDatabase): Promise<TableMetadata[]> {
  const tables = await db.kysely.introspection.getTables();
  if (db.engine === "sqlite") return tables.filter(({ name }) => !NOBODYS.has(name));
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(db.kysely);
  return tables.filter(({ name, schema }) => schema === rows[0]?.schema && !NOBODYS.has(name));
}

/** A row in every table there is, each pointing to the merchant's others: a table that is new has one as well. */
async function fillEveryTable(test: TestDatabase, merchantId: MerchantId, slug: string): Promise<void> {
  const tables = await listTables(test);
  const names = new Set(tables.map(({ name }) => name));
  const valueFor = (table: string, { name, dataType }: TableMetadata["columns"][number]) => {
    if (name === "merchant_id") return merchantId;
    const pointsTo = name.endsWith("_by") ? "users" : (POINTERS[name] ?? name.replace(/_id$/, "s"));
    if (name === "id") return `${table} of ${slug}`;
    if (name !== pointsTo && names.has(pointsTo)) return `${pointsTo} of ${slug}`;
    return /int/i.test(dataType) ? 7 : `${name} of ${slug}`;
  };
  let left = tables;
  while (left.length > 0) {
    const refused: TableMetadata[] = [];
    for (const table of left) {
      const row = Object.fromEntries(table.columns.map((column) => [column.name, valueFor(table.name, column)]));
      const columns = Object.keys(row).map((name) => sql.ref(name));
      const values = Object.values(row);
      await sql`insert into ${sql.table(table.name)} (${sql.join(columns)}) values (${sql.join(values)}) on conflict do nothing`
        .execute(test.db.kysely)
        .catch(() => refused.push(table));
    }
    if (refused.length === left.length) throw new Error(`No row could be made for ${refused.map(({ name }) => name).join(", ")}.`);
    left = refused;
  }
}

async function countRows(test: TestDatabase): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of await listTables(test)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(test.db.kysely);
    counts[name] = Number(rows[0]?.count);
  }
  return counts;
}

describeOnEveryEngine("deleting a merchant", (open) => {
  it("leaves nothing of theirs in any table, and everything of the others", async () => {
    const test = await open();
    const { id: moss } = await createMerchant(test, "moss");
    await fillEveryTable(test, moss, "moss");
    const before = await countRows(test);
    const { id: fern } = await createMerchant(test, "fern");
    await fillEveryTable(test, fern, "fern");
    expect(Object.entries(await countRows(test)).filter(([name, count]) => count <= (before[name] ?? 0))).toEqual([]);

    await deleteMerchant(test, fern);
    expect(await countRows(test)).toEqual(before);
    expect(await test.db.kysely.selectFrom("merchants").select("slug").orderBy("slug").execute()).toEqual([
      { slug: "default" },
      { slug: "moss" },
    ]);
  });

  it("knows every table that names a merchant", async () => {
    const tables = await listTables(await open());
    const naming = tables.filter(({ columns }) => columns.some(({ name }) => name === "merchant_id")).map(({ name }) => name);
    const known = [...OWNED_TABLES.map(({ table }) => table), "memberships", "sessions"];
    expect(naming.toSorted()).toEqual(known.toSorted());
  });

  it("goes through more than one batch", async () => {
    const test = await open();
    const { id: merchant_id } = await createMerchant(test, "fern");
    const at = test.clock.now();
    const notice = { merchant_id, mode: "production", kind: "domain.lost", message: "", created_at: at, resolved_at: at } as const;
    const rows = Array.from({ length: 250 }, (_, number) => ({ ...notice, id: `ntc_${number}` as const, subject: `dom_${number}` }));
    await test.db.kysely.insertInto("notices").values(rows).execute();
    await deleteMerchant(test, merchant_id);
    expect(await test.db.kysely.selectFrom("notices").select("id").execute()).toEqual([]);
  });

  it("keeps people who are members elsewhere, signed in", async () => {
    const test = await open();
    const [fern, moss] = [await createMerchant(test, "fern"), await createMerchant(test, "moss")];
    const at = test.clock.now();
    const dates = { created_at: at, updated_at: at };
    for (const name of ["both", "fern"] as const) {
      const userId = `usr_${name}` as const;
      const person = { id: userId, name, email: `${name}@shop.example`, email_verified: 0, image: null } as const;
      await test.db.kysely
        .insertInto("users")
        .values({ ...person, ...dates })
        .execute();
      const session = { id: `session of ${name}`, user_id: userId, token: name, expires_at: at, ip_address: null, user_agent: null };
      await test.db.kysely
        .insertInto("sessions")
        .values({ ...session, merchant_id: fern.id, ...dates })
        .execute();
      const shops = name === "both" ? [fern.id, moss.id] : [fern.id];
      const memberships = shops.map((merchant_id) => ({ merchant_id, user_id: userId, role: "owner" as const, created_at: at }));
      await test.db.kysely.insertInto("memberships").values(memberships).execute();
    }
    await deleteMerchant(test, fern.id);
    expect(await test.db.kysely.selectFrom("users").select("id").execute()).toEqual([{ id: "usr_both" }]);
    expect(await test.db.kysely.selectFrom("sessions").select(["id", "merchant_id"]).execute()).toEqual([
      { id: "session of both", merchant_id: null },
    ]);
  });
});
