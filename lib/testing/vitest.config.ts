import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** `pure` needs neither database nor browser and is part of `npm run verify`; the others run on every engine at hand. */
export default defineConfig({
  root,
  test: {
    setupFiles: ["lib/testing/fail-on-console.ts"],
    /** As long as a busy machine may take. */
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          /** Pure files leave nothing behind, so they share what they import: four times as fast. */
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
          include: ["{app,components,lib,bench}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "app/**/*route.test.ts", "lib/testing/{sdk,faults}/**", "node_modules/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          /** Each test opens a database of its own; what files import they share. */
          isolate: false,
          /** They wait for the disk more than they compute. */
          maxWorkers: 3,
          include: ["lib/**/*.db.test.ts", "app/**/*route.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        /** The vendors' own clients against the built server. */
        test: { name: "sdk", include: ["lib/testing/sdk/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
      },
      {
        extends: true,
        /** Kills the built server while it works. Takes minutes. */
        test: {
          name: "faults",
          include: ["lib/testing/faults/*.test.ts"],
          testTimeout: 900_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
