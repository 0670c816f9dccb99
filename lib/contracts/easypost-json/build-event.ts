import type { EventFacts } from "../tracker-facts.ts";
import { buildPreviousAttributes, type EasyPostPreviousAttributes } from "./build-previous-attributes.ts";
import { buildEasyPostTracker } from "./build-tracker.ts";
import { formatMillis } from "./easypost-time.ts";
import { easypostUserId } from "./owner-ids.ts";
import { writeEasyPostJson } from "./write-json.ts";

export interface EasyPostEventJson {
  description: EventFacts["type"];
  mode: EventFacts["mode"];
  previous_attributes: EasyPostPreviousAttributes;
  created_at: string;
  pending_urls: string[];
  completed_urls: string[];
  updated_at: string;
  id: string;
  user_id: string;
  status: EasyPostEventStatus;
  object: "Event";
}

type EasyPostEventStatus = "completed" | "pending";

/** The body of an outgoing webhook, ready to sign: the Event with its Tracker. */
export function buildEasyPostEvent(event: EventFacts): string {
  return writeEasyPostJson({ ...buildEvent(event), result: buildEasyPostTracker(event.tracker, "event") });
}

/** As the API answers it by id: without its `result`. */
export function buildEvent(event: EventFacts): EasyPostEventJson {
  const createdAt = formatMillis(event.createdAt);
  return {
    description: event.type,
    mode: event.mode,
    previous_attributes: buildPreviousAttributes(event),
    created_at: createdAt,
    pending_urls: urlsOf(event, false),
    completed_urls: urlsOf(event, true),
    updated_at: createdAt,
    id: event.id,
    user_id: easypostUserId(event.merchantId),
    status: statusOf(event),
    object: "Event",
  };
}

/** As lists have it: shorter. */
export function buildEventSummary(event: EventFacts) {
  const { description, id, user_id, status, created_at, mode, object } = buildEvent(event);
  return { description, id, user_id, status, created_at, mode, object };
}

function urlsOf({ deliveries }: EventFacts, isCompleted: boolean): string[] {
  return deliveries.filter((delivery) => delivery.isCompleted === isCompleted).map(({ url }) => url);
}

function statusOf({ deliveries }: EventFacts): EasyPostEventStatus {
  return deliveries.every(({ isCompleted }) => isCompleted) ? "completed" : "pending";
}
