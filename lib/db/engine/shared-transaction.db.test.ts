import { expect, it } from "vitest";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import type { Queryable } from "./database.ts";

const keep = (name: string) => async (trx: Queryable) => {
  await trx.insertInto("installation_secrets").values({ name, value: "" }).execute();
  return name;
};

describeOnEveryEngine("writes that come at the same moment", (open) => {
  it("are all kept, and each answers its own caller", async () => {
    const { db } = await open();
    const names = Array.from({ length: 250 }, (_, index) => `secret ${String(index).padStart(3, "0")}`);
    expect(await Promise.all(names.map((name) => db.write(keep(name))))).toEqual(names);
    const rows = await db.kysely
      .selectFrom("installation_secrets")
      .select("name")
      .where("name", "like", "secret %")
      .orderBy("name")
      .execute();
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  it("fail by themselves: the others are kept, once", async () => {
    const { db } = await open();
    await db.write(keep("taken"));
    const results = await Promise.allSettled(["one", "taken", "two"].map((name) => db.write(keep(name))));
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    const rows = await db.kysely.selectFrom("installation_secrets").select("name").where("name", "in", ["one", "two", "taken"]).execute();
    expect(rows.map(({ name }) => name).sort()).toEqual(["one", "taken", "two"]);
  });
});
