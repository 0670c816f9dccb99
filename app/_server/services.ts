import type { DocumentAssets } from "#components/tracking/document/document-assets.ts";
import { readConfig } from "#lib/config/config.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import { readAssets } from "./assets.ts";
import { createLookupLimit, type LookupLimit } from "./lookup-limit.ts";

/** What every route needs: the product, the built files, and who has asked too often. */
export interface Services {
  runtime: Runtime;
  assets: DocumentAssets;
  lookupLimit: LookupLimit;
}

const holder = globalThis as typeof globalThis & { __waymarkServices?: Promise<Services> };

/** One for the process, made at start-up. Next loads routes in separate bundles, hence the global. */
export function getServices(): Promise<Services> {
  holder.__waymarkServices ??= createServices();
  return holder.__waymarkServices;
}

/** For tests, which bring a database of their own. */
export function provideServices(services: Services): void {
  holder.__waymarkServices = Promise.resolve(services);
}

async function createServices(): Promise<Services> {
  const config = readConfig(process.env);
  const runtime = await createRuntime(config);
  return { runtime, assets: readAssets(), lookupLimit: createLookupLimit(config.rateLimitPerMinute) };
}
