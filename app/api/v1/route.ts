import { readOrigin } from "#app/_server/api/read-origin.ts";
import { getServices } from "#app/_server/services.ts";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import { buildApiPage } from "./_standard/api-page.ts";
import { refuseMethod } from "./_standard/refuse-method.ts";

export const dynamic = "force-dynamic";

/** It changes with the origin only. */
const pages = boundedMemo<ReturnType<typeof buildApiPage>>(20);

/** Our API for people; no key needed. */
export async function GET(request: Request): Promise<Response> {
  const origin = readOrigin(request, (await getServices()).runtime.config);
  const { html, headers } = await pages(origin, () => buildApiPage(origin));
  return new Response(html, { headers });
}

export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT };
