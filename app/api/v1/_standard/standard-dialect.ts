import type { Dialect } from "#app/_server/api/dialect.ts";
import { readBasicOrBearerKey } from "#app/_server/api/read-basic-or-bearer-key.ts";
import { brandEndpoints } from "../_endpoints/brand.ts";
import { deliveryEndpoints } from "../_endpoints/deliveries.ts";
import { endpointEndpoints } from "../_endpoints/endpoints.ts";
import { eventEndpoints } from "../_endpoints/events.ts";
import { keyEndpoints } from "../_endpoints/keys.ts";
import { noticeEndpoints } from "../_endpoints/notices.ts";
import { orderEndpoints } from "../_endpoints/orders.ts";
import { payloadEndpoints } from "../_endpoints/payloads.ts";
import { snippetEndpoints } from "../_endpoints/snippets.ts";
import { sourceEndpoints } from "../_endpoints/sources.ts";
import { subscriptionEndpoints } from "../_endpoints/subscriptions.ts";
import { trackerEndpoints } from "../_endpoints/trackers.ts";
import { problemAnswer } from "./problem-answer.ts";

/** Our own API. */
export const standardDialect: Dialect = {
  name: "standard",
  root: "/api/v1",
  readKey: readBasicOrBearerKey,
  describeFault({ kind, message }, requestId) {
    const isKeyFault = kind === "key_missing" || kind === "key_unknown";
    const detail = kind === "key_missing" ? `${message} Send it as Authorization: Bearer <key>.` : message;
    return problemAnswer({ requestId }, kind, detail, isKeyFault ? { headers: { "www-authenticate": 'Bearer realm="Waymark"' } } : {});
  },
  endpoints: [
    ...trackerEndpoints,
    ...orderEndpoints,
    ...snippetEndpoints,
    ...subscriptionEndpoints,
    ...brandEndpoints,
    ...sourceEndpoints,
    ...endpointEndpoints,
    ...deliveryEndpoints,
    ...eventEndpoints,
    ...payloadEndpoints,
    ...noticeEndpoints,
    ...keyEndpoints,
  ],
};
