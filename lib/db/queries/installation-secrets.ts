import type { Queryable } from "../engine/database.ts";

export async function findInstallationSecret(db: Queryable, name: string): Promise<string | undefined> {
  const row = await db.selectFrom("installation_secrets").where("name", "=", name).select("value").executeTakeFirst();
  return row?.value;
}

/** Of two processes that come at once one writes; answers what stands afterwards. */
export async function insertInstallationSecretIfNone(db: Queryable, name: string, sealed: string): Promise<string> {
  await db
    .insertInto("installation_secrets")
    .values({ name, value: sealed })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const row = await db.selectFrom("installation_secrets").where("name", "=", name).select("value").executeTakeFirstOrThrow();
  return row.value;
}
