import type { EventFacts, PreviousFacts } from "../tracker-facts.ts";
import { buildDeliveryDateJson, buildTrackerJson } from "./build-tracker.ts";
import type { EventJson, PreviousJson, StandardWebhook } from "./event.ts";

/** The body of a webhook in Standard Webhooks' manner, ready to sign. */
export function buildStandardEvent(event: EventFacts): string {
  const webhook: StandardWebhook = {
    type: event.type,
    timestamp: event.createdAt,
    data: { tracker: buildTrackerJson(event.tracker), previous: buildPreviousJson(event.previous) },
  };
  return JSON.stringify(webhook);
}

export function buildEventJson(event: EventFacts): EventJson {
  return {
    id: event.id,
    type: event.type,
    mode: event.mode,
    created_at: event.createdAt,
    previous: buildPreviousJson(event.previous),
    tracker: buildTrackerJson(event.tracker),
    deliveries: event.deliveries.map(({ id, url, isCompleted }) => ({ id, url, is_completed: isCompleted })),
  };
}

/** Only what changed: an absent field did not. */
function buildPreviousJson(previous: PreviousFacts): PreviousJson {
  const { estimatedDelivery } = previous;
  const json: { [Field in keyof PreviousJson]: PreviousJson[Field] | undefined } = {
    status: previous.status,
    substatus: previous.substatus,
    estimated_delivery: estimatedDelivery === undefined ? undefined : buildDeliveryDateJson(estimatedDelivery),
    signed_by: previous.signedBy,
    weight_oz: previous.weightOz,
    service_level: previous.serviceLevel,
    scan_count: previous.scanCount,
  };
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));
}
