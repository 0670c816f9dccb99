import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { Database, DatabaseSettings } from "#lib/db/engine/database.ts";
import { openDatabase } from "#lib/db/engine/open-database.ts";

/** An empty place for one database, and how to make it vanish. */
export interface DatabasePlace {
  settings: DatabaseSettings;
  remove(): Promise<void>;
}

export async function makeFolder(): Promise<DatabasePlace> {
  const dataDir = mkdtempSync(join(tmpdir(), "waymark-test-"));
  return { settings: { dataDir, databaseUrl: null }, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** A schema of its own on the server at `url`, with a folder for what is no database's. */
export async function makeSchema(url: string): Promise<DatabasePlace> {
  const folder = await makeFolder();
  const schema = `waymark_test_${randomBytes(6).toString("hex")}`;
  const administer = async (work: (db: Database) => Promise<unknown>) => {
    const db = await openDatabase({ dataDir: "", databaseUrl: url });
    try {
      await work(db);
    } finally {
      await db.close();
    }
  };
  await administer((db) => sql`create schema ${sql.id(schema)}`.execute(db.kysely));
  const own = new URL(url);
  own.searchParams.set("options", `-c search_path=${schema}`);
  return {
    settings: { ...folder.settings, databaseUrl: own.href },
    async remove() {
      // The queue keeps its jobs in a schema beside.
      for (const name of [schema, `${schema}_jobs`]) {
        await administer((db) => sql`drop schema if exists ${sql.id(name)} cascade`.execute(db.kysely));
      }
      await folder.remove();
    },
  };
}
