import type { DocumentAssets } from "#components/tracking/document/document-assets.ts";
import { type LogLevel, readConfig } from "#lib/config/config.ts";
import type { ReportFailure } from "#lib/jobs/job-queue.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import { startJobs } from "#lib/runtime/start-jobs.ts";
import type { PrintStatusImage } from "#lib/status-image/status-images.ts";
import { type ApiLimits, createApiLimits } from "./api/api-limits.ts";
import { readAssets } from "./assets.ts";
import { log } from "./log.ts";
import { createLookupLimit, type LookupLimit } from "./lookup-limit.ts";
import { createImagePrinter } from "./print-image.ts";
import { slot } from "./services-slot.ts";
import { createWishLimit, type WishLimit } from "./wish-limit.ts";

/** What every route needs: the product, the built files, who has asked or called too often, and the one press for images. */
export interface Services {
  runtime: Runtime;
  assets: DocumentAssets;
  lookupLimit: LookupLimit;
  wishLimit: WishLimit;
  apiLimits: ApiLimits;
  printImage: PrintStatusImage;
}

/** One for the process, made at start-up. */
export function getServices(): Promise<Services> {
  slot.waymarkServices ??= createServices();
  return slot.waymarkServices;
}

/** For tests, which bring a database of their own. */
export function provideServices(services: Services): void {
  slot.waymarkServices = Promise.resolve(services);
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
