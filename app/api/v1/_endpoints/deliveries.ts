import type { DeliveryJson } from "#lib/contracts/api/endpoint.ts";
import * as operations from "#lib/contracts/api/operations/endpoints.ts";
import { type DeliveryRecord, listDeliveries } from "#lib/notifications/list-deliveries.ts";
import { replayDelivery } from "#lib/notifications/replay-delivery.ts";
import { endpoint, param } from "../_standard/endpoint.ts";
import { answerPage, readPageQuery } from "../_standard/page.ts";
import { notFound, problemAnswer } from "../_standard/problem-answer.ts";
import { ENDPOINT_IS_DISABLED } from "./endpoints.ts";

export const deliveryEndpoints = [
  endpoint(operations.listDeliveries, async (call, { query }) => {
    const { endpoint_id: endpointId, event_id: eventId, state } = query;
    const page = await listDeliveries(call.services.runtime, {
      caller: call.caller,
      page: readPageQuery(query),
      ...(endpointId !== undefined && { endpointId }),
      ...(eventId !== undefined && { eventId }),
      ...(state !== undefined && { state }),
    });
    return answerPage(call, query, page, buildDeliveryJson);
  }),

  endpoint(operations.replayDelivery, async (call) => {
    const outcome = await replayDelivery(call.services.runtime, { caller: call.caller, id: param(call, "id") });
    switch (outcome.kind) {
      case "replayed":
        return { status: 202 };
      case "endpoint_disabled":
        return problemAnswer(call, "conflict", ENDPOINT_IS_DISABLED);
      case "not_found":
        return notFound(call, "delivery");
    }
  }),
];

function buildDeliveryJson(delivery: DeliveryRecord): DeliveryJson {
  return {
    id: delivery.id,
    endpoint_id: delivery.endpointId,
    event_id: delivery.eventId,
    url: delivery.url,
    state: delivery.state,
    created_at: delivery.createdAt,
    next_attempt_at: delivery.nextAttemptAt,
    delivered_at: delivery.deliveredAt,
    attempts: delivery.attempts.map(({ attempt, attemptedAt, durationMs, httpStatus, problem, answer }) => ({
      attempt,
      attempted_at: attemptedAt,
      duration_ms: durationMs,
      http_status: httpStatus,
      problem,
      answer,
    })),
  };
}
