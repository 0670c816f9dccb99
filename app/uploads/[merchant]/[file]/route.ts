import { BodyCache } from "#app/_server/body-cache.ts";
import { BODY_LENGTH } from "#app/_server/front.ts";
import { log } from "#app/_server/log.ts";
import { getServices } from "#app/_server/services.ts";
import { startTimer } from "#app/_server/timer.ts";
import { findImage } from "#lib/brands/find-image.ts";
import { parseImageUrl } from "#lib/brands/image-url.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";

export const dynamic = "force-dynamic";

const CONTENT_TYPES = { png: "image/png", webp: "image/webp", jpg: "image/jpeg" } as const;

/** Every visitor's first page asks for the same few. */
const cache = new BodyCache(8 * 1024 * 1024);

/** A shop's image, to whoever asks: its address names its very bytes, so it never changes. */
export async function GET(request: Request): Promise<Response> {
  const took = startTimer();
  const { runtime } = await getServices();
  const response = await answer(runtime, request).catch((error: unknown) => {
    log(runtime.config.logLevel, "error", { route: "image", error });
    return plain(503, "The image could not be read. Please try again.\n");
  });
  log(runtime.config.logLevel, "info", { route: "image", method: request.method, status: response.status, ms: took() });
  return response;
}

async function answer(runtime: Runtime, request: Request): Promise<Response> {
  const address = parseImageUrl(new URL(request.url).pathname);
  const bytes = address && (cache.get(keyOf(address)) ?? (await findImage(runtime, address))?.bytes);
  if (!address || !bytes) return plain(404, "There is no such image.\n");
  cache.set(keyOf(address), bytes);

  const etag = `"${address.digest}"`;
  const headers = new Headers({
    etag,
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-robots-tag": "noindex",
    // Without one of ours, Next says that the picture varies by headers of its own.
    vary: "Accept-Encoding",
  });
  if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers });
  headers.set("content-type", CONTENT_TYPES[address.format]);
  headers.set(BODY_LENGTH, String(bytes.byteLength));
  return new Response(request.method === "HEAD" ? null : (bytes as BodyInit), { headers });
}

const keyOf = ({ slug, digest, format }: { slug: string; digest: string; format: string }) => `${slug} ${digest} ${format}`;

const plain = (status: number, text: string) =>
  new Response(text, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
