import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { BodyCache } from "./body-cache.ts";
import type { DocumentAnswer, Stopgap } from "./document-answer.ts";
import { BODY_ENCODING, BODY_LENGTH } from "./front.ts";
import type { RequestFacts } from "./request-facts.ts";

const CACHE_BYTES = 32 * 1024 * 1024;
/**
 * Brotli at 1 takes a tenth of a millisecond for a page and comes within a tenth of quality 4, which takes three times as long;
 * handing so little work to another thread costs more than doing it.
 */
const compressors = {
  br: (body: string | Uint8Array) =>
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body: string | Uint8Array) => gzipSync(body, { level: 4 }),
} as const;
type Encoding = keyof typeof compressors | "identity";

const cache = new BodyCache(CACHE_BYTES);

/** Answers 304 where the visitor has this very document, else the body, compressed once per tag. */
export async function sendDocument(
  answer: DocumentAnswer,
  facts: Pick<RequestFacts, "acceptEncoding" | "ifNoneMatch">,
  options: { compress: boolean },
): Promise<Response> {
  const headers = new Headers(answer.headers);
  headers.set("vary", "Accept-Encoding, Accept-Language");
  if (answer.etag) headers.set("etag", `W/"${answer.etag}"`);
  if (answer.etag && matches(facts.ifNoneMatch, answer.etag)) {
    headers.delete("content-type");
    return new Response(null, { status: 304, headers });
  }
  if (!answer.body) return new Response(null, { status: answer.status, headers });

  const encoding = options.compress && !answer.isCompressed ? chooseEncoding(facts.acceptEncoding) : "identity";
  // What is compressed in itself is kept by whoever made it.
  const cacheKey = answer.isCompressed ? null : answer.etag && `${answer.etag} ${encoding}`;
  const known = cacheKey && cache.get(cacheKey);
  const made = known || (await answer.body());
  if (isStopgap(made)) return sendStopgap(made, answer.status, headers);
  const body = known || encode(made, encoding);
  if (cacheKey) cache.set(cacheKey, body);
  if (encoding !== "identity") headers.set(BODY_ENCODING, encoding);
  headers.set(BODY_LENGTH, String(body.byteLength));
  return new Response(body as BodyInit, { status: answer.status, headers });
}

const isStopgap = (body: string | Uint8Array | Stopgap): body is Stopgap => typeof body === "object" && "stopgap" in body;

function sendStopgap({ stopgap }: Stopgap, status: number, headers: Headers): Response {
  headers.delete("etag");
  headers.set("cache-control", "no-store");
  headers.set(BODY_LENGTH, String(stopgap.byteLength));
  return new Response(stopgap as BodyInit, { status, headers });
}

function encode(body: string | Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding !== "identity") return compressors[encoding](body);
  return typeof body === "string" ? new TextEncoder().encode(body) : body;
}

function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === `"${etag}"`);
}

function chooseEncoding(acceptEncoding: string): Encoding {
  const accepted = acceptEncoding
    .split(",")
    .map((entry) => entry.split(";"))
    .filter(([, weight]) => !/^\s*q=0(?:\.0*)?\s*$/.test(weight ?? ""))
    .map(([name]) => name?.trim().toLowerCase());
  return (["br", "gzip"] as const).find((encoding) => accepted.includes(encoding)) ?? "identity";
}
