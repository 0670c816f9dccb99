import { sql } from "kysely";
import type { Clock } from "#lib/shared/clock.ts";
import { AppError } from "#lib/shared/errors.ts";
import { MIGRATIONS } from "../migrations/migrations.ts";
import type { Database } from "./database.ts";

/** Any number, the same in every process, for PostgreSQL's advisory lock. */
const MIGRATION_LOCK = 7_308_604_112;

/**
 * Brings the tables up to date in one transaction, while other processes wait; answers the names of what it ran.
 * Refuses a database that a newer release has changed.
 */
export async function migrate({ db, clock }: { db: Database; clock: Clock }): Promise<string[]> {
  return db.kysely
    .withTables<{ migrations: { name: string; applied_at: string } }>()
    .transaction()
    .execute(async (trx) => {
      // On SQLite the transaction itself is the lock.
      if (db.engine === "postgres") await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(trx);
      await trx.schema
        .createTable("migrations")
        .ifNotExists()
        .addColumn("name", "text", (column) => column.primaryKey())
        .addColumn("applied_at", "text", (column) => column.notNull())
        .execute();

      const applied = new Set((await trx.selectFrom("migrations").select("name").execute()).map((row) => row.name));
      const newer = [...applied].filter((name) => !Object.hasOwn(MIGRATIONS, name));
      if (newer.length > 0) {
        throw new AppError("database_unavailable", {
          message: `The database was changed by a newer release of Waymark (${newer.join(", ")}). Start that release, or restore a backup.`,
        });
      }

      const pending = Object.entries(MIGRATIONS).filter(([name]) => !applied.has(name));
      for (const [name, run] of pending) {
        await run(trx);
        await trx.insertInto("migrations").values({ name, applied_at: clock.now() }).execute();
      }
      return pending.map(([name]) => name);
    });
}
