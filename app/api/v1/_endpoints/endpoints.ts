import type { EndpointJson } from "#lib/contracts/api/endpoint.ts";
import * as operations from "#lib/contracts/api/operations/endpoints.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import { deleteEndpoint } from "#lib/notifications/delete-endpoint.ts";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import { getEndpoint } from "#lib/notifications/get-endpoint.ts";
import { listEndpoints } from "#lib/notifications/list-endpoints.ts";
import { replayPending } from "#lib/notifications/replay-pending.ts";
import { rotateSecret } from "#lib/notifications/rotate-secret.ts";
import { sendTestEvent } from "#lib/notifications/send-test-event.ts";
import { updateEndpoint } from "#lib/notifications/update-endpoint.ts";
import { endpoint, param } from "../_standard/endpoint.ts";
import { invalidInput, notFound, problemAnswer } from "../_standard/problem-answer.ts";

export const ENDPOINT_IS_DISABLED = "The endpoint is disabled. Enable it first, by PATCH with is_disabled: false.";

export const endpointEndpoints = [
  endpoint(operations.createEndpoint, async (call, { body }) => {
    const outcome = await createEndpoint(call.services.runtime, { caller: call.caller, ...withoutAbsent(body) });
    if (outcome.kind === "invalid") return invalidInput(call, outcome.issues);
    return { status: 201, body: { ...buildEndpointJson(outcome.endpoint), secret: outcome.secret } };
  }),

  endpoint(operations.listEndpoints, async (call, { query }) => {
    const endpoints = await listEndpoints(call.services.runtime, { caller: call.caller, ...withoutAbsent(query) });
    return { status: 200, body: { data: endpoints.map(buildEndpointJson) } };
  }),

  endpoint(operations.getEndpoint, async (call) => {
    const found = await getEndpoint(call.services.runtime, { caller: call.caller, id: param(call, "id") });
    return found ? { status: 200, body: buildEndpointJson(found) } : notFound(call, "endpoint");
  }),

  endpoint(operations.changeEndpoint, async (call, { body: { is_disabled: isDisabled, ...wishes } }) => {
    const changes = withoutAbsent({ ...wishes, isDisabled });
    const outcome = await updateEndpoint(call.services.runtime, { caller: call.caller, id: param(call, "id"), changes });
    switch (outcome.kind) {
      case "updated":
        return { status: 200, body: buildEndpointJson(outcome.endpoint) };
      case "invalid":
        return invalidInput(call, outcome.issues);
      case "not_found":
        return notFound(call, "endpoint");
    }
  }),

  endpoint(operations.deleteEndpoint, async (call) => {
    const outcome = await deleteEndpoint(call.services.runtime, { caller: call.caller, id: param(call, "id") });
    return outcome === "deleted" ? { status: 204 } : notFound(call, "endpoint");
  }),

  endpoint(operations.rotateEndpoint, async (call) => {
    const outcome = await rotateSecret(call.services.runtime, { caller: call.caller, id: param(call, "id") });
    switch (outcome.kind) {
      case "rotated":
        return { status: 200, body: { ...buildEndpointJson(outcome.endpoint), secret: outcome.secret } };
      case "has_no_secret":
        return problemAnswer(call, "conflict", "Events of this format are signed by our published key, at /jwks: there is no secret.");
      case "not_found":
        return notFound(call, "endpoint");
    }
  }),

  endpoint(operations.testEndpoint, async (call) => {
    const outcome = await sendTestEvent(call.services.runtime, { caller: call.caller, id: param(call, "id") });
    if (outcome.kind === "not_found") return notFound(call, "endpoint");
    const { verdict, httpStatus, answer, durationMs } = outcome.attempt;
    const problem = verdict.kind === "accepted" ? null : verdict.problem;
    return {
      status: 200,
      body: { is_accepted: verdict.kind === "accepted", problem, http_status: httpStatus, answer, duration_ms: durationMs },
    };
  }),

  endpoint(operations.replayEndpoint, async (call) => {
    const outcome = await replayPending(call.services.runtime, { caller: call.caller, endpointId: param(call, "id") });
    switch (outcome.kind) {
      case "replayed":
        return { status: 202, body: { count: outcome.count } };
      case "endpoint_disabled":
        return problemAnswer(call, "conflict", ENDPOINT_IS_DISABLED);
      case "not_found":
        return notFound(call, "endpoint");
    }
  }),
];

type Present<Given> = { [Name in keyof Given]: Exclude<Given[Name], undefined> };

/** What was left out is not there, rather than undefined: to the verbs that makes a difference. */
function withoutAbsent<Given extends object>(given: Given): Present<Given> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Present<Given>;
}

function buildEndpointJson(found: EndpointRecord): EndpointJson {
  return {
    id: found.id,
    mode: found.mode,
    url: found.url,
    format: found.format,
    name: found.name,
    headers: found.headers,
    has_secret: found.hasSecret,
    created_at: found.createdAt,
    updated_at: found.updatedAt,
    disabled_at: found.disabledAt,
    disabled_reason: found.disabledReason,
    failing_since: found.failingSince,
  };
}
