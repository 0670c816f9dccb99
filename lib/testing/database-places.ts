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

async function administer(databaseUrl: string, work: (db: Database) => Promise<unknown>): Promise<void> {
  const db = await openDatabase({ dataDir: "", databaseUrl });
  try {
    await work(db);
  } finally {
    await db.close();
  }
}

let ownDatabase: Promise<string> | undefined;

const DUPLICATE_DATABASE = "42P04";

/** Each process that tests has a database of its own on the server, made once: migrations of one database wait for each other. */
async function makeOwnDatabase(serverUrl: string): Promise<string> {
  const name = `waymark_test_${process.env.VITEST_POOL_ID ?? "0"}`;
  await administer(serverUrl, async (db) => {
    await sql`create database ${sql.id(name)}`.execute(db.kysely).catch((error: unknown) => {
      if (!(error instanceof Error && Reflect.get(error, "code") === DUPLICATE_DATABASE)) throw error;
    });
  });
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A schema of its own on the server at `serverUrl`, with a folder for what is no database's. */
export async function makeSchema(serverUrl: string): Promise<DatabasePlace> {
  const folder = await makeFolder();
  const schema = `waymark_test_${randomBytes(6).toString("hex")}`;
  ownDatabase ??= makeOwnDatabase(serverUrl);
  const url = await ownDatabase;
  await administer(url, (db) => sql`create schema ${sql.id(schema)}`.execute(db.kysely));
  const own = new URL(url);
  own.searchParams.set("options", `-c search_path=${schema}`);
  return {
    settings: { ...folder.settings, databaseUrl: own.href },
    async remove() {
      // The queue keeps its jobs in a schema beside.
      for (const name of [schema, `${schema}_jobs`]) {
        await administer(url, (db) => sql`drop schema if exists ${sql.id(name)} cascade`.execute(db.kysely));
      }
      await folder.remove();
    },
  };
}
