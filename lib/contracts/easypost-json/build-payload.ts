import { type Instant, plusMs } from "#lib/shared/clock.ts";
import type { EventFacts } from "../tracker-facts.ts";
import { buildEasyPostEvent } from "./build-event.ts";
import { formatSeconds } from "./easypost-time.ts";

/** One attempt to deliver an event: what the builder knows of it. */
export interface AttemptFacts {
  attempt: number;
  attemptedAt: Instant;
  durationMs: number;
  httpStatus: number | null;
  answer: string | null;
}

export interface EasyPostPayloadJson {
  id: string;
  object: "Payload";
  created_at: string;
  updated_at: string;
  request_url: string;
  request_headers: Record<string, string>;
  request_body: string;
  /** Null where nobody answered. */
  response_code: number | null;
  response_headers: Record<string, string>;
  /** The beginning of it. */
  response_body: string | null;
  total_time: number;
}

/**
 * What an endpoint was sent once, and what it answered. Bodies are not kept: it is made anew from the event, with the lists of URLs
 * as they stand now. Of headers only those that never change are told, and of answers none are kept.
 */
export function buildPayload(event: EventFacts, delivery: { id: string; url: string }, attempt: AttemptFacts): EasyPostPayloadJson {
  return {
    id: `payload_${delivery.id.slice(delivery.id.indexOf("_") + 1)}_${attempt.attempt}`,
    object: "Payload",
    created_at: formatSeconds(attempt.attemptedAt),
    updated_at: formatSeconds(plusMs(attempt.attemptedAt, attempt.durationMs)),
    request_url: delivery.url,
    request_headers: { "Content-Type": "application/json" },
    request_body: buildEasyPostEvent(event),
    response_code: attempt.httpStatus,
    response_headers: {},
    response_body: attempt.answer,
    total_time: attempt.durationMs,
  };
}
