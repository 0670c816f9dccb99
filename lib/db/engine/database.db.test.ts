import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { AppError } from "#lib/shared/errors.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { MIGRATIONS } from "../migrations/migrations.ts";
import { compileOnce } from "./compile-once.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { storableText } from "./storable-text.ts";

describeOnEveryEngine("the database", (open) => {
  it("is migrated once, however often it is started", async () => {
    const test = await open();
    expect(await migrate(test)).toEqual([]);
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(test.db.kysely);
    expect(rows.map((row) => row.name)).toEqual(Object.keys(MIGRATIONS));
  });

  it("is not touched by a release older than the one that changed it", async () => {
    const test = await open();
    await sql`insert into migrations (name, applied_at) values ('9999-from-the-future', '2030-01-01T00:00:00Z')`.execute(test.db.kysely);
    await expect(migrate(test)).rejects.toThrow(/newer release of Waymark \(9999-from-the-future\)/);
  });

  it("keeps concurrent transactions apart", async () => {
    const test = await open();
    const orderId = await insertOrder(test, "1");
    await Promise.all(
      Array.from({ length: 8 }, () =>
        test.db.kysely.transaction().execute(async (trx) => {
          const row = await trx.selectFrom("orders").select("line_items").where("id", "=", orderId).forUpdate().executeTakeFirstOrThrow();
          await new Promise((resolve) => setTimeout(resolve, 2));
          await trx
            .updateTable("orders")
            .set({ line_items: String(Number(row.line_items) + 1) })
            .where("id", "=", orderId)
            .execute();
        }),
      ),
    );
    const { line_items } = await test.db.kysely.selectFrom("orders").select("line_items").executeTakeFirstOrThrow();
    expect(line_items).toBe("9");
  });

  it("forgets what a failed transaction did", async () => {
    const test = await open();
    const failing = test.db.kysely.transaction().execute(async (trx) => {
      await trx.updateTable("merchants").set({ name: "gone wrong" }).execute();
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    const names = await test.db.kysely.selectFrom("merchants").select("name").execute();
    expect(names.map((row) => row.name)).not.toContain("gone wrong");
  });

  it("refuses a row that belongs to nobody", async () => {
    const test = await open();
    await expect(insertOrder(test, "1", "mrc_nobody")).rejects.toThrow();
  });

  it("takes any text a vendor may send", async () => {
    const test = await open();
    const orderId = await insertOrder(test, storableText("nul \0, half a pair \ud83d, a whole one 📦"));
    const { line_items } = await test.db.kysely
      .selectFrom("orders")
      .select("line_items")
      .where("id", "=", orderId)
      .executeTakeFirstOrThrow();
    expect(line_items).toBe("nul \ufffd, half a pair \ufffd, a whole one 📦");
  });

  it("fills a query compiled once with each caller's own values", async () => {
    const test = await open();
    await insertOrder(test, "1");
    const find = compileOnce((db, input: { mode: string; externalId: string }) =>
      db
        .selectFrom("orders")
        .select("external_id")
        .where("external_id", "=", input.externalId)
        .where("mode", "=", input.mode as "test")
        .limit(1),
    );
    expect(await find(test.db, { externalId: "A-1", mode: "test" })).toEqual([{ external_id: "A-1" }]);
    expect(await find(test.db, { externalId: "A-2", mode: "test" })).toEqual([]);
    expect(await find(test.db, { mode: "test", externalId: "A-1" })).toHaveLength(1);
  });

  it("reads what is committed, and does not wait for a writer to finish", async () => {
    const test = await open();
    const orderId = await insertOrder(test, "before");
    const find = compileOnce((db) => db.selectFrom("orders").select("line_items"));
    await test.db.kysely.transaction().execute(async (trx) => {
      await trx.updateTable("orders").set({ line_items: "after" }).where("id", "=", orderId).execute();
      expect(await find(test.db, {})).toEqual([{ line_items: "before" }]);
    });
    expect(await find(test.db, {})).toEqual([{ line_items: "after" }]);
  });
});

describe("a database that cannot be opened", () => {
  it("says which folder to look at", async () => {
    const folder = mkdtempSync(join(tmpdir(), "waymark-test-"));
    const dataDir = join(folder, "in-the-way");
    writeFileSync(dataDir, "a file");
    const error = await openDatabase({ dataDir, databaseUrl: null }).catch((caught: AppError) => caught);
    rmSync(folder, { recursive: true });
    expect(error).toMatchObject({ code: "database_unavailable", message: expect.stringContaining("Check DATA_DIR") });
  });

  it("says to check DATABASE_URL, without printing the password in it", async () => {
    const error = (await openDatabase({ dataDir: "", databaseUrl: "postgres://me:hunter2@127.0.0.1:1/waymark" }).catch(
      (caught: AppError) => caught,
    )) as AppError;
    expect(error).toMatchObject({ code: "database_unavailable", message: expect.stringContaining("Check DATABASE_URL") });
    expect(`${error.message} ${error.publicMessage}`).not.toContain("hunter2");
  });
});

async function insertOrder(test: TestDatabase, lineItems: string, merchantId?: "mrc_nobody") {
  const merchant = await test.db.kysely.selectFrom("merchants").select("id").executeTakeFirstOrThrow();
  const now = test.clock.now();
  const told = { placed_at: null, as_of: "", customer_email_as_of: "" } as const;
  const row = { ...told, mode: "test", external_id: "A-1", created_at: now, updated_at: now } as const;
  await test.db.kysely
    .insertInto("orders")
    .values({ ...row, id: "ord_1", merchant_id: merchantId ?? merchant.id, line_items: lineItems })
    .execute();
  return "ord_1" as const;
}
