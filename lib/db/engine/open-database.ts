import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import { Pool } from "pg";
import { AppError } from "#lib/shared/errors.ts";
import type { Schema } from "../schema.ts";
import type { Database, DatabaseSettings } from "./database.ts";
import { NodeSqliteDatabase } from "./node-sqlite-database.ts";
import { PatientKysely } from "./patient-kysely.ts";
import { createSharedTransaction } from "./shared-transaction.ts";
import { EmbeddedSqliteDialect } from "./sqlite-dialect.ts";

/** Opens PostgreSQL where a URL is given, else the embedded file. Throws `database_unavailable` with what to look at. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.databaseUrl === null ? openSqlite(settings.dataDir) : openPostgres(settings.databaseUrl);
}

function openSqlite(dataDir: string): Database {
  const path = join(dataDir, "waymark.sqlite");
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const writer = new NodeSqliteDatabase(path);
    const reader = new NodeSqliteDatabase(path, { readOnly: true });
    const kysely = new Kysely<Schema>({ dialect: new EmbeddedSqliteDialect(writer) });
    return {
      kysely,
      engine: "sqlite",
      write: createSharedTransaction(kysely),
      read: async <Row>(query: CompiledQuery<Row>) => reader.prepare(query.sql).all(query.parameters) as Row[],
      close: async () => {
        // The last to leave folds the write-ahead log into the file, which a read-only connection cannot do.
        reader.close();
        await kysely.destroy();
        writer.close();
      },
    };
  } catch (cause) {
    throw unavailable(`The database file ${path} cannot be opened. Check DATA_DIR and the folder's permissions.`, cause);
  }
}

async function openPostgres(connectionString: string): Promise<Database> {
  const pool = new Pool({ connectionString, max: 10, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 });
  // An idle connection that breaks is replaced with the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  const kysely = new PatientKysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const close = () => kysely.destroy();
  try {
    await sql`select 1`.execute(kysely);
    return {
      kysely,
      engine: "postgres",
      write: (work) => kysely.transaction().execute(work),
      read: async (query) => (await kysely.executeQuery(query)).rows,
      close,
    };
  } catch (cause) {
    await close();
    throw unavailable("PostgreSQL cannot be reached. Check DATABASE_URL, and that the server is running.", cause);
  }
}

function unavailable(advice: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message || String(Reflect.get(cause, "code") ?? "") : String(cause);
  return new AppError("database_unavailable", { message: reason ? `${advice} (${reason})` : advice, cause });
}
