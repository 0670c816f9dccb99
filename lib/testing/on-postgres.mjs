/**
 * Runs suites against a real PostgreSQL: the one in TEST_DATABASE_URL, or a throw-away cluster started (and if need be installed) here.
 * The arguments name vitest's projects; `database` and `sdk`, if there are none.
 */
import { spawn } from "node:child_process";
import { startPostgres } from "./postgres.mjs";

const given = process.env.TEST_DATABASE_URL;
const postgres = given ? { url: given, stop: async () => undefined } : await startPostgres();

const projects = process.argv.length > 2 ? process.argv.slice(2) : ["database", "sdk"];
const child = spawn(
  "node_modules/.bin/vitest",
  ["run", "--config", "lib/testing/vitest.config.ts", ...projects.flatMap((name) => ["--project", name])],
  {
    stdio: "inherit",
    env: { ...process.env, TEST_DATABASE_URL: postgres.url, TEST_ONLY: "postgres" },
  },
);
const code = await new Promise((resolve) => child.on("exit", (exitCode) => resolve(exitCode ?? 1)));
await postgres.stop();
process.exit(code);
