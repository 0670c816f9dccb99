import type { ApiAnswer, ApiCall } from "#app/_server/api/dialect.ts";
import { carrierFor } from "#lib/carriers/catalog.ts";
import { buildTrackerJson } from "#lib/contracts/api/build-tracker.ts";
import * as operations from "#lib/contracts/api/operations/trackers.ts";
import { deleteTracker } from "#lib/shipments/delete-tracker.ts";
import { getTracker } from "#lib/shipments/get-tracker.ts";
import { listTrackers } from "#lib/shipments/list-trackers.ts";
import { pushScans } from "#lib/shipments/push-scans.ts";
import { type RegisterTrackerOutcome, registerTracker } from "#lib/shipments/register-tracker.ts";
import { setMetadata } from "#lib/shipments/set-metadata.ts";
import { setWatching } from "#lib/shipments/set-watching.ts";
import type { TrackerRecord } from "#lib/shipments/tracker-record.ts";
import { requestCheck } from "#lib/sources/request-check.ts";
import { endpoint, param } from "../_standard/endpoint.ts";
import { answerPage, readPageQuery } from "../_standard/page.ts";
import { invalidInput, notFound, problemAnswer } from "../_standard/problem-answer.ts";

export const trackerEndpoints = [
  endpoint(operations.registerTracker, async (call, { body }) => {
    const { carrier: word, tracking_number: trackingNumber, metadata } = body;
    const carrier = word ? carrierFor(word) : null;
    if (word && carrier === null) return unknownCarrier(call, word);
    const outcome = await registerTracker(call.services.runtime, {
      caller: call.caller,
      carrier: carrier?.slug ?? null,
      trackingNumber,
      ...(metadata !== undefined && { metadata }),
    });
    return answerRegistration(call, outcome);
  }),

  endpoint(operations.listTrackers, async (call, { query }) => {
    const { carrier: word, tracking_number: trackingNumber, status } = query;
    const carrier = word === undefined ? undefined : carrierFor(word);
    if (carrier === null) return unknownCarrier(call, word ?? "");
    const page = await listTrackers(call.services.runtime, {
      caller: call.caller,
      page: readPageQuery(query),
      carrier: carrier?.slug,
      trackingNumber,
      status,
    });
    return answerPage(call, query, page, buildTrackerJson);
  }),

  endpoint(operations.getTracker, async (call) => {
    return answerTracker(call, await getTracker(call.services.runtime, { caller: call.caller, id: param(call, "id") }));
  }),

  endpoint(operations.changeTracker, async (call, { body: { is_watched: isWatched, metadata } }) => {
    const { runtime } = call.services;
    const which = { caller: call.caller, id: param(call, "id") };
    let tracker: TrackerRecord | null = null;
    if (metadata !== undefined) tracker = await setMetadata(runtime, { ...which, metadata });
    if (isWatched !== undefined) tracker = await setWatching(runtime, { ...which, isWatched });
    return answerTracker(call, tracker);
  }),

  endpoint(operations.deleteTracker, async (call) => {
    const outcome = await deleteTracker(call.services.runtime, { caller: call.caller, id: param(call, "id") });
    return outcome === "deleted" ? { status: 204 } : notFound(call, "tracker");
  }),

  endpoint(operations.pushScans, async (call, { body }) => {
    const outcome = await pushScans(call.services.runtime, { caller: call.caller, id: param(call, "id"), report: body });
    switch (outcome.kind) {
      case "taken":
        return answerTracker(call, outcome.tracker);
      case "invalid":
        return invalidInput(call, outcome.issues);
      case "not_found":
        return notFound(call, "tracker");
    }
  }),

  endpoint(operations.checkTracker, async (call) => {
    const outcome = await requestCheck(call.services.runtime, { caller: call.caller, id: param(call, "id") });
    switch (outcome.kind) {
      case "queued":
        return { status: 202 };
      case "too_soon": {
        const seconds = outcome.retryAfterSeconds;
        const detail = `Its source was asked a moment ago. Ask again in ${seconds} seconds.`;
        return problemAnswer(call, "rate_limited", detail, { headers: { "retry-after": String(seconds) } });
      }
      case "no_source":
        return problemAnswer(call, "conflict", "No source of yours can be asked about this tracker. Connect one with an API key first.");
      case "not_found":
        return notFound(call, "tracker");
    }
  }),
];

function answerTracker(call: ApiCall, tracker: TrackerRecord | null): ApiAnswer {
  return tracker ? { status: 200, body: buildTrackerJson(tracker) } : notFound(call, "tracker");
}

function answerRegistration(call: ApiCall, outcome: RegisterTrackerOutcome): ApiAnswer {
  const refuse = (path: string, message: string) => invalidInput(call, [{ path, message }]);
  switch (outcome.kind) {
    case "created":
    case "existing":
      return { status: outcome.kind === "created" ? 201 : 200, body: { ...buildTrackerJson(outcome.tracker), advice: outcome.advice } };
    case "number_malformed":
      return refuse("tracking_number", "is no tracking number: it takes up to 40 letters and digits");
    case "carrier_ambiguous":
      return refuse("carrier", `is needed here: the number may be one of ${outcome.candidates.join(", ")}`);
    case "carrier_undetected": {
      const [nearest] = outcome.nearMisses;
      const hint = nearest ? `; if it is one of ${nearest.carrier}, look at it again: ${nearest.reason}` : "";
      return refuse("carrier", `is needed here: the number has no carrier's format${hint}`);
    }
  }
}

function unknownCarrier(call: ApiCall, word: string): ApiAnswer {
  return invalidInput(call, [
    { path: "carrier", message: `no carrier is known as ${JSON.stringify(word)}; leave it out to find it by the number` },
  ]);
}
