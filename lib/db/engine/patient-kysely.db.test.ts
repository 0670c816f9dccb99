import { sql } from "kysely";
import { expect, it } from "vitest";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";

describeOnEveryEngine("two transactions that wait for each other", (open) => {
  it("are both done in the end", async () => {
    const test = await open();
    const { id: fern } = await createMerchant(test, "fern");
    const { id: night } = await createMerchant(test, "night");
    const rename = (name: string, order: readonly (typeof fern)[]) =>
      test.db.kysely.transaction().execute(async (trx) => {
        for (const id of order) {
          await trx
            .updateTable("merchants")
            .set((row) => ({ name: sql`${row.ref("name")} || ${name}` }))
            .where("id", "=", id)
            .execute();
          if (test.db.engine === "postgres") await sql`select pg_sleep(0.2)`.execute(trx);
        }
      });
    await Promise.all([rename("a", [fern, night]), rename("b", [night, fern])]);
    const rows = await test.db.kysely.selectFrom("merchants").select("name").where("id", "in", [fern, night]).execute();
    for (const { name } of rows) expect(name).toMatch(/(ab|ba)$/);
  });

  it("are not done again where the work itself fails", async () => {
    const test = await open();
    let runs = 0;
    const failing = test.db.kysely.transaction().execute(async () => {
      runs += 1;
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(runs).toBe(1);
  });
});
