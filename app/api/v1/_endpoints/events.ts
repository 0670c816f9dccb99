import { buildEventJson } from "#lib/contracts/api/build-event.ts";
import * as operations from "#lib/contracts/api/operations/events.ts";
import { getEvent } from "#lib/shipments/get-event.ts";
import { listEvents } from "#lib/shipments/list-events.ts";
import { endpoint, param } from "../_standard/endpoint.ts";
import { answerPage, readPageQuery } from "../_standard/page.ts";
import { notFound } from "../_standard/problem-answer.ts";

export const eventEndpoints = [
  endpoint(operations.listEvents, async (call, { query }) => {
    const { tracker_id: trackerId } = query;
    const page = await listEvents(call.services.runtime, {
      caller: call.caller,
      page: readPageQuery(query),
      ...(trackerId !== undefined && { trackerId }),
    });
    return answerPage(call, query, page, buildEventJson);
  }),

  endpoint(operations.getEvent, async (call) => {
    const event = await getEvent(call.services.runtime, { caller: call.caller, id: param(call, "id") });
    return event ? { status: 200, body: buildEventJson(event) } : notFound(call, "event");
  }),
];
