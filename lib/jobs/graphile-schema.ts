import { Logger, runMigrations } from "graphile-worker";
import { sql } from "kysely";
import { Pool } from "pg";
import type { Database, Queryable } from "#lib/db/engine/database.ts";

/** It would print payloads; what failed is reported by our own handlers. */
export const SILENT = new Logger(() => () => undefined);

/** Any number, the same in every process. */
const INSTALL_LOCK = 7_308_604_113;
/** Two listen, the others fetch and settle; the jobs themselves use the connections that the pages use. */
const MAX_CONNECTIONS = 6;

/** Connections for the queue alone; a lost one is replaced. */
export function openGraphilePool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: MAX_CONNECTIONS, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 });
  // Without listeners a connection that breaks would end the process; whoever uses it is told anyway.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** A schema beside ours. */
export async function findGraphileSchema(db: Queryable): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  const own = rows[0]?.name ?? "public";
  return own === "public" ? "waymark_jobs" : `${own}_jobs`;
}

/** Brings the queue's tables up to date, while other processes wait; answers the schema they are in. */
export async function installGraphile(db: Database, pool: Pool): Promise<string> {
  return db.kysely.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(INSTALL_LOCK)})`.execute(trx);
    const schema = await findGraphileSchema(trx);
    await runMigrations({ pgPool: pool, schema, logger: SILENT });
    await sql`
      create table if not exists ${sql.id(schema, "runners")} (id text primary key, lease_ends_at timestamptz not null)`.execute(trx);
    return schema;
  });
}
