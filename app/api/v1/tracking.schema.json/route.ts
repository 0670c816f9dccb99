import { buildTrackingSchema } from "#lib/contracts/api/build-tracking-schema.ts";
import { readJsonRoute } from "../_standard/read-route.ts";
import { refuseMethod } from "../_standard/refuse-method.ts";

export const dynamic = "force-dynamic";

/** What the `.json` of every parcel's page answers, for programs; no key needed. */
export const GET = readJsonRoute("application/schema+json", buildTrackingSchema);

export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT };
