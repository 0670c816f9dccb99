import type { Dialect } from "#app/_server/api/dialect.ts";
import { readKey } from "./read-key.ts";
import { describeFault } from "./shippo-error.ts";
import { trackEndpoints } from "./track-endpoints.ts";
import { webhookEndpoints } from "./webhook-endpoints.ts";

/** Shippo's tracks and webhooks, which stand at the host's root. */
export const shippoDialect: Dialect = {
  name: "shippo",
  root: "",
  readKey,
  describeFault,
  endpoints: [...trackEndpoints, ...webhookEndpoints],
};
