import { buildApiPage } from "./_standard/api-page.ts";
import { readRoute } from "./_standard/read-route.ts";
import { refuseMethod } from "./_standard/refuse-method.ts";

export const dynamic = "force-dynamic";

/** Our API for people; no key needed. */
export const GET = readRoute(buildApiPage);

export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT };
