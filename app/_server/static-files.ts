import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

const FOR_EVER = "public, max-age=31536000, immutable";

/** How long a file of each public folder may be kept: names with a hash never change their content. */
const KEPT: Readonly<Record<string, string>> = { assets: FOR_EVER, fonts: FOR_EVER, brands: "public, max-age=3600" };

const folderOf = (path: string) => path.split("/")[1] ?? "";

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Serves the public folders, compressed ahead by `compress-static-files.mjs`; what is not there is left to `next`. */
export function createStaticFiles(root: string, { dev, compress }: { dev: boolean; compress: boolean }): Middleware {
  const serve = sirv(root, {
    dev,
    etag: true,
    extensions: [],
    brotli: compress,
    gzip: compress,
    setHeaders(response, path) {
      response.setHeader("cache-control", KEPT[folderOf(path)] ?? "no-store");
      response.setHeader("x-content-type-options", "nosniff");
    },
  });
  return (request, response, next) => (Object.hasOwn(KEPT, folderOf(request.url ?? "")) ? serve(request, response, next) : next());
}
