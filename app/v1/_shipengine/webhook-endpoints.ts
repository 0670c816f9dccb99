import type { ApiAnswer, ApiCall, Endpoint } from "#app/_server/api/dialect.ts";
import { onWebhookOf } from "#app/_server/api/on-webhook.ts";
import { buildShipEngineWebhookObject } from "#lib/contracts/shipengine-json/build-webhook-object.ts";
import { toSentence } from "#lib/contracts/to-sentence.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { deleteEndpoint } from "#lib/notifications/delete-endpoint.ts";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import { listEndpoints } from "#lib/notifications/list-endpoints.ts";
import { updateEndpoint } from "#lib/notifications/update-endpoint.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { type FieldIssue, notFound, refuseFields } from "./shipengine-error.ts";
import { readChangedWebhook, readNewWebhook } from "./webhook-request.ts";

const onWebhook = onWebhookOf("shipengine", noWebhook);

export const webhookEndpoints: readonly Endpoint[] = [
  { method: "GET", path: "/environment/webhooks", handle: listWebhooks },
  { method: "POST", path: "/environment/webhooks", handle: createWebhook },
  { method: "GET", path: "/environment/webhooks/:id", handle: onWebhook(readWebhook) },
  { method: "PUT", path: "/environment/webhooks/:id", handle: onWebhook(updateWebhook) },
  { method: "DELETE", path: "/environment/webhooks/:id", handle: onWebhook(deleteWebhook) },
];

async function listWebhooks({ services, caller }: ApiCall): Promise<ApiAnswer> {
  const endpoints = await listEndpoints(services.runtime, { caller, format: "shipengine" });
  return { status: 200, body: endpoints.map(buildShipEngineWebhookObject) };
}

async function createWebhook({ services, caller, body, requestId }: ApiCall): Promise<ApiAnswer> {
  const request = readNewWebhook(body);
  if (request.kind === "invalid") return refuseFields(requestId, request.issues);
  const { url, name, headers } = request.fields;
  const input = { caller, url, format: "shipengine", ...(name !== undefined && { name }), ...(headers && { headers }) } as const;
  const outcome = await createEndpoint(services.runtime, input);
  if (outcome.kind === "invalid") return refuseFields(requestId, outcome.issues.map(toFieldIssue));
  return { status: 200, body: buildShipEngineWebhookObject(outcome.endpoint) };
}

async function readWebhook(_: ApiCall, endpoint: EndpointRecord): Promise<ApiAnswer> {
  return { status: 200, body: buildShipEngineWebhookObject(endpoint) };
}

async function updateWebhook(call: ApiCall, { id }: EndpointRecord): Promise<ApiAnswer> {
  const { services, caller, body, requestId } = call;
  const request = readChangedWebhook(body);
  if (request.kind === "invalid") return refuseFields(requestId, request.issues);
  const { url, name, headers } = request.fields;
  const changes = { ...(url !== undefined && { url }), ...(name !== undefined && { name }), ...(headers && { headers }) };
  const outcome = await updateEndpoint(services.runtime, { caller, id, changes });
  switch (outcome.kind) {
    case "updated":
      return { status: 204 };
    case "invalid":
      return refuseFields(requestId, outcome.issues.map(toFieldIssue));
    case "not_found":
      return noWebhook(call);
  }
}

async function deleteWebhook(call: ApiCall, { id }: EndpointRecord): Promise<ApiAnswer> {
  const outcome = await deleteEndpoint(call.services.runtime, { caller: call.caller, id });
  return outcome === "deleted" ? { status: 204 } : noWebhook(call);
}

function noWebhook({ requestId }: ApiCall): ApiAnswer {
  return notFound(requestId, "There is no webhook with this webhook_id.");
}

/** What we call a header's name is its key here. */
function toFieldIssue({ path, message }: Issue): FieldIssue {
  const field = path.replace(/^(headers\.\d+)\.name$/, "$1.key") || "webhook";
  return { field, message: path === "" ? toSentence(message) : `${field} ${message}.`, isMissing: false };
}
