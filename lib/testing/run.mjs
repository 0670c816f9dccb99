/**
 * `npm test` and its parts, each one line in the table below.
 * A part is [what it says, command, arguments, environment].
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { ensureChromium } from "./chromium.mjs";

const bin = (name) => `node_modules/.bin/${name}`;
const vitest = (...rest) => [bin("vitest"), ["run", "--config", "lib/testing/vitest.config.ts", ...rest]];

const steps = {
  format: ["formatting and lint", bin("biome"), ["ci", "."]],
  types: ["types", bin("tsc"), ["-p", "."]],
  unused: ["unused files, exports and dependencies", bin("knip"), ["--no-progress"]],
  pure: ["pure tests", ...vitest("--project", "pure")],
  tokyo: ["time, on a machine in Tokyo", ...vitest("--project", "pure", "lib/tracking", "lib/places", "lib/view"), { TZ: "Asia/Tokyo" }],
  stJohns: [
    "time, on a machine in St. John's",
    ...vitest("--project", "pure", "lib/tracking", "lib/places", "lib/view"),
    { TZ: "America/St_Johns" },
  ],
  database: ["database and routes", ...vitest("--project", "database")],
  build: ["build", process.execPath, ["lib/cli/waymark.mjs", "build"]],
  sdk: ["the vendors' own clients", ...vitest("--project", "sdk")],
  faults: ["killed while it works, on both engines", process.execPath, ["lib/testing/on-postgres.mjs", "faults"]],
  e2e: ["the page in Chromium", bin("playwright"), ["test", "--config", "e2e/playwright.config.ts"]],
};

const suites = {
  verify: ["format", "types", "unused", "pure"],
  test: ["pure", "tokyo", "stJohns", "build", "database", "sdk", "e2e"],
  sdk: ["build", "sdk"],
  faults: ["build", "faults"],
  e2e: ["build", "e2e"],
};

const name = process.argv[2] ?? "test";
const suite = suites[name];
if (!suite) {
  console.error(`There is no suite "${name}". Choose one of: ${Object.keys(suites).join(", ")}.`);
  process.exit(1);
}
if (!existsSync(bin("vitest"))) {
  console.error("The dependencies are not installed. Run `npm ci` first.");
  process.exit(1);
}

/** What has passed a moment ago on the same sources, as `.ci/run` knows. */
const passed = new Set((process.env.TESTS_PASSED ?? "").split(","));

for (const key of suite.filter((step) => !passed.has(step))) {
  const [title, command, args, env] = steps[key];
  if (key === "e2e") process.env.CHROMIUM_PATH = await ensureChromium();
  console.log(`\n── ${title}`);
  const started = Date.now();
  const code = await run(command, key === "e2e" ? [...args, ...process.argv.slice(3)] : args, env);
  if (code !== 0) {
    console.error(`\n${title}: failed.`);
    process.exit(code);
  }
  console.log(`── ${title}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
console.log(`\n${name}: everything passed.`);

function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
    child.on("exit", (code) => resolve(code ?? 1));
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
  });
}
