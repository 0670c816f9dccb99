import { randomUUID } from "node:crypto";
import type { Config } from "#lib/config/config.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";
import { createApiLimits } from "./api/api-limits.ts";
import { createLookupLimit } from "./lookup-limit.ts";
import { createImagePrinter } from "./print-image.ts";
import { provideServices } from "./services.ts";
import { createWishLimit } from "./wish-limit.ts";

type RouteHandler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

export type VisitorOptions = Partial<Pick<Config, "logLevel" | "demo" | "rateLimitPerMinute" | "apiRateLimitPerMinute">>;

/**
 * Lets tests call the exported handlers on a database of their own, as Next would after routing.
 * No build is needed: the assets have names only, new ones each time, so that no kept body is taken for another test's.
 */
export function createVisitor(test: TestDatabase, options: VisitorOptions = {}) {
  provideTestServices(test, options);
  return function visit<Params>(
    handler: RouteHandler<Params>,
    path: string,
    params: Params,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const request = new Request(`http://localhost:3000${path}`, { headers: { host: "localhost:3000", ...headers } });
    return handler(request, { params: Promise.resolve(params) });
  };
}

export function provideTestServices(test: TestDatabase, options: VisitorOptions = {}): void {
  const build = randomUUID();
  const script = (name: string) => `/assets/${build}-${name}.js`;
  const assets = { css: `/assets/${build}.css`, enhance: script("enhance"), freshness: script("freshness"), embed: script("embed") };
  const config: Config = { ...test.config, logLevel: "silent", rateLimitPerMinute: 0, apiRateLimitPerMinute: 0, ...options };
  const runtime = { ...test, config };
  provideServices({
    runtime,
    assets,
    lookupLimit: createLookupLimit(config.rateLimitPerMinute),
    wishLimit: createWishLimit({ lookupsPerMinute: config.rateLimitPerMinute }),
    apiLimits: createApiLimits(config.apiRateLimitPerMinute),
    printImage: createImagePrinter(runtime),
  });
}
