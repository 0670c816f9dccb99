import type { ApiAnswer, ApiCall, Endpoint } from "#app/_server/api/dialect.ts";
import { onWebhookOf } from "#app/_server/api/on-webhook.ts";
import { buildShippoWebhookObject } from "#lib/contracts/shippo-json/build-webhook-object.ts";
import { toSentence } from "#lib/contracts/to-sentence.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { deleteEndpoint } from "#lib/notifications/delete-endpoint.ts";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import { listEndpoints } from "#lib/notifications/list-endpoints.ts";
import { updateEndpoint } from "#lib/notifications/update-endpoint.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { readWebhookRequest, type ShippoRequest, type ShippoWebhookFields } from "./requests.ts";
import { NOT_FOUND, refuseFields } from "./shippo-error.ts";

const onWebhook = onWebhookOf("shippo", () => NOT_FOUND);

/** Webhooks created here are unsigned, as Shippo's are until a secret is agreed on; rotating the secret in our own API makes one. */
export const webhookEndpoints: readonly Endpoint[] = [
  { method: "GET", path: "/webhooks", handle: listWebhooks },
  { method: "POST", path: "/webhooks", handle: createWebhook },
  { method: "GET", path: "/webhooks/:id", handle: onWebhook(readWebhook) },
  { method: "PUT", path: "/webhooks/:id", handle: onWebhook(updateWebhook) },
  { method: "DELETE", path: "/webhooks/:id", handle: onWebhook(deleteWebhook) },
];

/** Shippo's lists come in pages; an account's webhooks fit into one. */
async function listWebhooks({ services, caller }: ApiCall): Promise<ApiAnswer> {
  const endpoints = await listEndpoints(services.runtime, { caller, format: "shippo" });
  const results = endpoints.map(buildShippoWebhookObject);
  return { status: 200, body: { next: null, previous: null, count: results.length, results } };
}

async function createWebhook({ services, caller, body }: ApiCall): Promise<ApiAnswer> {
  const request = readRequest(body, caller.mode);
  if (request.kind === "invalid") return refuseFields(request.errors);
  const { url, active } = request.fields;
  const outcome = await createEndpoint(services.runtime, { caller, url, format: "shippo", secret: null });
  if (outcome.kind === "invalid") return refuseIssues(outcome.issues);
  const { endpoint } = outcome;
  if (active !== false) return { status: 201, body: buildShippoWebhookObject(endpoint) };
  const changed = await updateEndpoint(services.runtime, { caller, id: endpoint.id, changes: { isDisabled: true } });
  return { status: 201, body: buildShippoWebhookObject(changed.kind === "updated" ? changed.endpoint : endpoint) };
}

async function readWebhook(_: ApiCall, endpoint: EndpointRecord): Promise<ApiAnswer> {
  return { status: 200, body: buildShippoWebhookObject(endpoint) };
}

async function updateWebhook({ services, caller, body }: ApiCall, { id }: EndpointRecord): Promise<ApiAnswer> {
  const request = readRequest(body, caller.mode);
  if (request.kind === "invalid") return refuseFields(request.errors);
  const { url, active } = request.fields;
  const changes = { url, ...(active !== null && { isDisabled: !active }) };
  const outcome = await updateEndpoint(services.runtime, { caller, id, changes });
  switch (outcome.kind) {
    case "updated":
      return { status: 200, body: buildShippoWebhookObject(outcome.endpoint) };
    case "invalid":
      return refuseIssues(outcome.issues);
    case "not_found":
      return NOT_FOUND;
  }
}

async function deleteWebhook({ services, caller }: ApiCall, { id }: EndpointRecord): Promise<ApiAnswer> {
  const outcome = await deleteEndpoint(services.runtime, { caller, id });
  return outcome === "deleted" ? { status: 204 } : NOT_FOUND;
}

/** A key sees and sets what is of its own mode, so `is_test` may only repeat what the key says. */
function readRequest(body: unknown, mode: Mode): ShippoRequest<ShippoWebhookFields> {
  const request = readWebhookRequest(body);
  if (request.kind === "invalid" || request.fields.is_test === null) return request;
  const isTest = mode === "test";
  if (request.fields.is_test === isTest) return request;
  const message = isTest
    ? "This is a test key. Use a production key for production webhooks."
    : "This is a production key. Use a test key for test webhooks.";
  return { kind: "invalid", errors: { is_test: [message] } };
}

function refuseIssues(issues: readonly Issue[]): ApiAnswer {
  const fields = [...new Set(issues.map(({ path }) => path))];
  const sentencesFor = (field: string) => issues.filter(({ path }) => path === field).map(({ message }) => toSentence(message));
  return refuseFields(Object.fromEntries(fields.map((field) => [field || "non_field_errors", sentencesFor(field)])));
}
