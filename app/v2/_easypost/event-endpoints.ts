import type { ApiAnswer, ApiCall, Endpoint } from "#app/_server/api/dialect.ts";
import { buildEvent, buildEventSummary } from "#lib/contracts/easypost-json/build-event.ts";
import { buildPayload, type EasyPostPayloadJson } from "#lib/contracts/easypost-json/build-payload.ts";
import { listDeliveries } from "#lib/notifications/list-deliveries.ts";
import { listEndpoints } from "#lib/notifications/list-endpoints.ts";
import { compareInstants } from "#lib/shared/clock.ts";
import { getEvent } from "#lib/shipments/get-event.ts";
import { listEvents } from "#lib/shipments/list-events.ts";
import type { EventRecord } from "#lib/shipments/tracker-record.ts";
import { easypostError } from "./easypost-error.ts";
import { isId, MOST_PER_PAGE, pageParams, parseQuery } from "./params.ts";

export const eventEndpoints: readonly Endpoint[] = [
  { method: "GET", path: "/events", handle: listPage },
  { method: "GET", path: "/events/:id", handle: retrieve },
  { method: "GET", path: "/events/:id/payloads", handle: listPayloads },
  { method: "GET", path: "/events/:id/payloads/:payload_id", handle: retrievePayload },
];

async function listPage({ services, caller, query }: ApiCall): Promise<ApiAnswer> {
  const parsed = parseQuery(pageParams, query);
  if (parsed.kind === "refused") return parsed.answer;
  const found = await listEvents(services.runtime, { caller, page: parsed.value });
  if (found.kind === "cursor_unknown") return easypostError("NOT_FOUND");
  return { status: 200, body: { events: found.rows.map(buildEventSummary), has_more: found.hasMore } };
}

async function retrieve(call: ApiCall): Promise<ApiAnswer> {
  const event = await findEvent(call);
  return event === null ? easypostError("NOT_FOUND") : { status: 200, body: buildEvent(event) };
}

async function listPayloads(call: ApiCall): Promise<ApiAnswer> {
  const event = await findEvent(call);
  return event === null ? easypostError("NOT_FOUND") : { status: 200, body: { payloads: await loadPayloads(call, event) } };
}

async function retrievePayload(call: ApiCall): Promise<ApiAnswer> {
  const event = await findEvent(call);
  if (event === null) return easypostError("NOT_FOUND");
  const payload = (await loadPayloads(call, event)).find(({ id }) => id === call.params.payload_id);
  return payload === undefined ? easypostError("PAYLOAD.NOT_FOUND") : { status: 200, body: payload };
}

async function findEvent({ services, caller, params }: ApiCall): Promise<EventRecord | null> {
  const { id = "" } = params;
  return isId(id) ? getEvent(services.runtime, { caller, id }) : null;
}

/** Newest first. Endpoints of other formats were sent other bodies, which are no payloads of EasyPost's. */
async function loadPayloads({ services: { runtime }, caller }: ApiCall, event: EventRecord): Promise<EasyPostPayloadJson[]> {
  const endpoints = await listEndpoints(runtime, { caller, format: "easypost" });
  const found = await listDeliveries(runtime, { caller, eventId: event.id, page: { limit: MOST_PER_PAGE } });
  if (found.kind === "cursor_unknown") return [];
  return found.rows
    .filter(({ endpointId }) => endpoints.some(({ id }) => id === endpointId))
    .flatMap((delivery) => delivery.attempts.map((attempt) => ({ delivery, attempt })))
    .sort((a, b) => compareInstants(b.attempt.attemptedAt, a.attempt.attemptedAt))
    .map(({ delivery, attempt }) => buildPayload(event, delivery, attempt));
}
