import { readOrigin } from "#app/_server/api/read-origin.ts";
import { etagOf } from "#app/_server/etag.ts";
import { readRequestFacts } from "#app/_server/request-facts.ts";
import { sendDocument } from "#app/_server/send-document.ts";
import { getServices } from "#app/_server/services.ts";

interface Reading {
  headers: Record<string, string>;
  text: string;
}

/** An address nobody can have. */
const STAND_IN = "https://stand-in.invalid";

/**
 * For what anybody may read, and what names the address it was asked at. It is built once, for a stand-in of that address: building takes
 * tens of milliseconds, and a Host header costs its sender nothing.
 */
export function readRoute(build: (origin: string) => Promise<Reading>): (request: Request) => Promise<Response> {
  let built: Promise<Reading> | undefined;
  return async (request) => {
    const { config } = (await getServices()).runtime;
    built ??= build(STAND_IN);
    const { headers, text } = await built;
    const body = text.replaceAll(STAND_IN, readOrigin(request, config));
    const answer = { status: 200, headers, body: () => body, etag: etagOf(body) };
    return sendDocument(answer, readRequestFacts(request, config), config);
  };
}

/** The same for programs. */
export function readJsonRoute(mediaType: string, build: (input: { origin: string }) => object) {
  const headers = {
    "content-type": `${mediaType}; charset=utf-8`,
    "cache-control": "public, max-age=300",
    "x-content-type-options": "nosniff",
  };
  return readRoute(async (origin) => ({ headers, text: JSON.stringify(build({ origin })) }));
}
