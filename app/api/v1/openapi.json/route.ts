import { buildOpenApi } from "#lib/contracts/api/build-openapi.ts";
import { readJsonRoute } from "../_standard/read-route.ts";
import { refuseMethod } from "../_standard/refuse-method.ts";

export const dynamic = "force-dynamic";

/** What our API does, for programs; no key needed. */
export const GET = readJsonRoute("application/json", buildOpenApi);

export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT };
