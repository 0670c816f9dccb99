import { buildTrackingSchema } from "#lib/contracts/api/build-tracking-schema.ts";
import { readRoute } from "../_standard/read-route.ts";
import { refuseMethod } from "../_standard/refuse-method.ts";

export const dynamic = "force-dynamic";

const headers = {
  "content-type": "application/schema+json; charset=utf-8",
  "cache-control": "public, max-age=300",
  "x-content-type-options": "nosniff",
};

/** What the `.json` of every parcel's page answers, for programs; no key needed. */
export const GET = readRoute(async (origin) => ({ headers, text: JSON.stringify(buildTrackingSchema({ origin })) }));

export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT };
