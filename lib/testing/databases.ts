import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, describe } from "vitest";
import { readConfig } from "#lib/config/config.ts";
import type { Database, DatabaseSettings } from "#lib/db/engine/database.ts";
import { openDatabase } from "#lib/db/engine/open-database.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import { createFakeClock, type FakeClock } from "./fake-clock.ts";
import { createFixedRandom } from "./fixed-random.ts";

export interface TestDatabase extends Runtime {
  clock: FakeClock;
  /** For a second process, so to say, on the same database. */
  settings: DatabaseSettings;
}

/** An empty place for one database, and how to make it vanish. */
interface Place {
  settings: DatabaseSettings;
  remove(): Promise<void>;
}

const testDatabaseUrl = process.env.TEST_DATABASE_URL;

/**
 * Runs a suite on SQLite, and on PostgreSQL where TEST_DATABASE_URL names one. Each `open()` is an empty, migrated
 * database of its own, with a still clock and repeatable randomness; it is closed and dropped after the test.
 */
export function describeOnEveryEngine(name: string, suite: (open: () => Promise<TestDatabase>) => void): void {
  describe(`${name} (sqlite)`, () => suite(createOpener(makeFolder)));
  if (testDatabaseUrl) describe(`${name} (postgres)`, () => suite(createOpener(() => makeSchema(testDatabaseUrl))));
  else describe.skip(`${name} (postgres: skipped, TEST_DATABASE_URL is not set)`, () => suite(createOpener(makeFolder)));
}

function createOpener(makePlace: () => Promise<Place>): () => Promise<TestDatabase> {
  const undo: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0).reverse()) await step();
  });
  return async () => {
    const place = await makePlace();
    undo.push(place.remove);
    const clock = createFakeClock();
    const config = { ...readConfig({ DEMO: "off" }), ...place.settings };
    const runtime = await createRuntime(config, { clock, random: createFixedRandom() });
    undo.push(() => runtime.close());
    return { ...runtime, clock, settings: place.settings };
  };
}

async function makeFolder(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), "waymark-test-"));
  return { settings: { dataDir, databaseUrl: null }, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
}

async function makeSchema(url: string): Promise<Place> {
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
    settings: { dataDir: "", databaseUrl: own.href },
    remove: () => administer((db) => sql`drop schema ${sql.id(schema)} cascade`.execute(db.kysely)),
  };
}
