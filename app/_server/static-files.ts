import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

const FOR_EVER = "public, max-age=31536000, immutable";

/** What the files of each public folder are sent with. Names with a hash never change their content, so they may be kept. */
const SERVED: Readonly<Record<string, Record<string, string>>> = {
  assets: { "cache-control": FOR_EVER },
  fonts: { "cache-control": FOR_EVER },
  brands: { "cache-control": "public, max-age=3600" },
  /** For the pages of shops, wherever they are. */
  "embed.js": {
    "cache-control": "public, max-age=300, stale-while-revalidate=86400",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  },
};

/** Of whatever else is asked of a file the library would say that it was done, and Next that it went wrong. */
const READING: ReadonlySet<string> = new Set(["GET", "HEAD"]);

const folderOf = (address: string) => address.split(/[/?]/)[1] ?? "";

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
      const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff", ...SERVED[folderOf(path)] };
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
  return (request, response, next) => {
    if (!Object.hasOwn(SERVED, folderOf(request.url ?? ""))) return next();
    if (READING.has(request.method ?? "")) return serve(request, response, next);
    response.writeHead(405, { allow: [...READING].join(", ") }).end();
  };
}
