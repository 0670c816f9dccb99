import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import { getEndpoint } from "#lib/notifications/get-endpoint.ts";
import type { ApiAnswer, ApiCall, Endpoint } from "./dialect.ts";

type HandleWebhook = (call: ApiCall, endpoint: EndpointRecord) => Promise<ApiAnswer>;

/** Handles calls on `/…/:id` of a vendor's webhooks. They are our endpoints of its format; those of others are not found here. */
export function onWebhookOf(format: EndpointRecord["format"], answerUnknown: (call: ApiCall) => ApiAnswer) {
  return (handle: HandleWebhook): Endpoint["handle"] =>
    async (call) => {
      const endpoint = await getEndpoint(call.services.runtime, { caller: call.caller, id: call.params.id ?? "" });
      return endpoint?.format === format ? handle(call, endpoint) : answerUnknown(call);
    };
}
