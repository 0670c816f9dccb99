import { afterEach, describe } from "vitest";
import { readConfig } from "#lib/config/config.ts";
import type { DatabaseSettings } from "#lib/db/engine/database.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import { type DatabasePlace, makeFolder, makeSchema } from "./database-places.ts";
import { createFakeClock, type FakeClock } from "./fake-clock.ts";
import { createFixedRandom } from "./fixed-random.ts";

export interface TestDatabase extends Runtime {
  clock: FakeClock;
  /** For a second process, so to say, on the same database. */
  settings: DatabaseSettings;
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

function createOpener(makePlace: () => Promise<DatabasePlace>): () => Promise<TestDatabase> {
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
