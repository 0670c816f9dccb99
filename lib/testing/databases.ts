import { afterEach, describe } from "vitest";
import { readConfig } from "#lib/config/config.ts";
import type { DatabaseSettings } from "#lib/db/engine/database.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import { createTaskHandlers } from "#lib/runtime/task-handlers.ts";
import { type DatabasePlace, makeFolder, makeSchema } from "./database-places.ts";
import { createFakeClock, type FakeClock } from "./fake-clock.ts";
import { createFixedRandom } from "./fixed-random.ts";
import { runDueJobs } from "./run-due-jobs.ts";

export interface TestDatabase extends Runtime {
  clock: FakeClock;
  /** For a second process, so to say, on the same database. */
  settings: DatabaseSettings;
  /** Runs every job that is due by the clock, and those that follow from them; answers how many. Throws if one failed. */
  runJobs(): Promise<number>;
}

const testDatabaseUrl = process.env.TEST_DATABASE_URL;
/** `npm test` has run the suites on SQLite; the run on PostgreSQL need not do it again. */
const isPostgresOnly = process.env.TEST_ONLY === "postgres";

/**
 * Runs a suite on SQLite, and on PostgreSQL where TEST_DATABASE_URL names one. Each `open()` is an empty, migrated
 * database of its own, with a still clock and repeatable randomness; it is closed and dropped after the test.
 */
export function describeOnEveryEngine(name: string, suite: (open: () => Promise<TestDatabase>) => void): void {
  if (isPostgresOnly) describe.skip(`${name} (sqlite: skipped, TEST_ONLY is postgres)`, () => suite(createOpener(makeFolder)));
  else describe(`${name} (sqlite)`, () => suite(createOpener(makeFolder)));
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
    const runJobs = () => runAllJobs({ ...runtime, clock });
    return { ...runtime, clock, settings: place.settings, runJobs };
  };
}

async function runAllJobs(runtime: Runtime): Promise<number> {
  const problems: string[] = [];
  const count = await runDueJobs(runtime, createTaskHandlers(runtime), ({ task, problem }) => problems.push(`${task}: ${problem}`));
  if (problems.length > 0) throw new Error(`jobs failed:\n${problems.join("\n")}`);
  return count;
}
