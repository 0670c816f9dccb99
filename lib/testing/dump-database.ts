import { sql } from "kysely";
import type { Database } from "#lib/db/engine/database.ts";

/** Every row of every table, as text that is the same for the same rows: for tests of what changes nothing. */
export async function dumpDatabase({ kysely, engine }: Database): Promise<Record<string, string[]>> {
  const tables = await kysely.introspection.getTables();
  const own = engine === "sqlite" ? undefined : await currentSchema(kysely);
  const dump: Record<string, string[]> = {};
  for (const { name } of tables.filter(({ schema }) => schema === own)) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(kysely);
    dump[name] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}

async function currentSchema(kysely: Database["kysely"]): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(kysely);
  return rows[0]?.schema;
}
