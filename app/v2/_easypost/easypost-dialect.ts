import type { Dialect } from "#app/_server/api/dialect.ts";
import { readBasicOrBearerKey } from "#app/_server/api/read-basic-or-bearer-key.ts";
import { writeEasyPostJson } from "#lib/contracts/easypost-json/write-json.ts";
import { describeFault } from "./easypost-error.ts";
import { eventEndpoints } from "./event-endpoints.ts";
import { trackerEndpoints } from "./tracker-endpoints.ts";
import { userEndpoints } from "./user-endpoints.ts";
import { webhookEndpoints } from "./webhook-endpoints.ts";

/** EasyPost's API, as far as it is about tracking. */
export const easypostDialect: Dialect = {
  name: "easypost",
  root: "/v2",
  readKey: readBasicOrBearerKey,
  describeFault,
  write: writeEasyPostJson,
  endpoints: [...trackerEndpoints, ...eventEndpoints, ...webhookEndpoints, ...userEndpoints],
};
