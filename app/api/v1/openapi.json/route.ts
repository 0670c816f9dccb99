import { readOrigin } from "#app/_server/api/read-origin.ts";
import { getServices } from "#app/_server/services.ts";
import { buildOpenApi } from "#lib/contracts/api/build-openapi.ts";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import { refuseMethod } from "../_standard/refuse-method.ts";

export const dynamic = "force-dynamic";

/** It changes with the origin only, and takes tens of milliseconds to make. */
const documents = boundedMemo<string>(20);

/** What our API does, for programs; no key needed. */
export async function GET(request: Request): Promise<Response> {
  const origin = readOrigin(request, (await getServices()).runtime.config);
  return new Response(
    documents(origin, () => JSON.stringify(buildOpenApi({ origin }))),
    { headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", "x-content-type-options": "nosniff" } },
  );
}

export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT };
