import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 3199);
/** Kept across the config's reloads in worker processes, so that all of them speak of one database. */
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "waymark-e2e-"));

export default defineConfig({
  testDir: ".",
  outputDir: ".results",
  /** Pictures are for looking at, and only taken when asked for. */
  ...(process.env.SCREENSHOTS ? {} : { grepInvert: /@screenshots/ }),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  reporter: [["list"]],
  timeout: 60_000,
  /** A screen drawn for the first time, beside another browser, on two cores. */
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: "chromium",
    locale: "en-US",
    timezoneId: "Asia/Tokyo",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: "node lib/cli/waymark.mjs start",
    cwd: join(import.meta.dirname, ".."),
    url: `http://localhost:${port}/api/health`,
    env: {
      PORT: String(port),
      DATA_DIR: process.env.E2E_DATA_DIR,
      DEMO: "on",
      RATE_LIMIT_PER_MINUTE: "0",
      LOG_LEVEL: "warn",
    },
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
