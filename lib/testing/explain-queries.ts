import { CompiledQuery, type KyselyPlugin } from "kysely";
import type { Queryable } from "#lib/db/engine/database.ts";
import type { TestDatabase } from "./databases.ts";

/** Runs queries and says how the engine goes about them. Its tables are small: PostgreSQL is forbidden to read them whole for that. */
export async function explainQueries(test: TestDatabase, run: (db: Queryable) => Promise<unknown>): Promise<string> {
  const { engine, kysely } = test.db;
  const queries: CompiledQuery[] = [];
  const recorder: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      queries.push(kysely.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  await run(kysely.withPlugin(recorder));

  return kysely.transaction().execute(async (trx) => {
    if (engine === "postgres") await trx.executeQuery(CompiledQuery.raw("set local enable_seqscan = off"));
    const lines: string[] = [];
    for (const { sql, parameters } of queries) {
      const command = engine === "sqlite" ? "explain query plan" : "explain";
      const { rows } = await trx.executeQuery(CompiledQuery.raw(`${command} ${sql}`, [...parameters]));
      lines.push(...rows.map((row) => Object.values(row as object).join(" ")));
    }
    return lines.join("\n");
  });
}
