import { type LogLevel, readConfig } from "#lib/config/config.ts";
import type { ReportFailure } from "#lib/jobs/job-queue.ts";
import { createRuntime } from "#lib/runtime/runtime.ts";
import { startJobs } from "#lib/runtime/start-jobs.ts";
import { createApiLimits } from "./api/api-limits.ts";
import { readAssets } from "./assets.ts";
import { log } from "./log.ts";
import { createLookupLimit } from "./lookup-limit.ts";
import { createImagePrinter } from "./print-image.ts";
import type { Services } from "./services.ts";
import { slot } from "./services-slot.ts";
import { createWishLimit } from "./wish-limit.ts";

/** Makes what every route needs, once for the process. It stands apart, so that no route brings along what only a start needs. */
export async function startServices(): Promise<void> {
  slot.waymarkServices ??= createServices();
  await slot.waymarkServices;
}

async function createServices(): Promise<Services> {
  const config = readConfig(process.env);
  const runtime = await createRuntime(config);
  if (config.runJobs) await startJobs(runtime, reportFailedJob(config.logLevel));
  return {
    runtime,
    assets: readAssets(),
    lookupLimit: createLookupLimit(config.rateLimitPerMinute),
    wishLimit: createWishLimit({ lookupsPerMinute: config.rateLimitPerMinute }),
    apiLimits: createApiLimits(config.apiRateLimitPerMinute),
    printImage: createImagePrinter(runtime),
  };
}

const reportFailedJob =
  (logLevel: LogLevel): ReportFailure =>
  ({ isDead, ...failure }) =>
    log(logLevel, isDead ? "error" : "warn", { message: isDead ? "job died" : "job failed", ...failure });
