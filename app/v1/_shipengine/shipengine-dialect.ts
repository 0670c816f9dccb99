import type { Dialect } from "#app/_server/api/dialect.ts";
import { describeFault } from "./shipengine-error.ts";
import { trackingEndpoints } from "./tracking-endpoints.ts";
import { webhookEndpoints } from "./webhook-endpoints.ts";

/** ShipEngine's tracking and its webhooks. Its client takes the host of its base URL and no path, so these stand at the host's root. */
export const shipengineDialect: Dialect = {
  name: "shipengine",
  root: "/v1",
  readKey: (headers) => headers.get("api-key")?.trim() || null,
  describeFault,
  endpoints: [...trackingEndpoints, ...webhookEndpoints],
};
