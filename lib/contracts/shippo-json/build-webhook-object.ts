import type { Instant } from "#lib/shared/clock.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { TRACK_UPDATED } from "./build-webhook.ts";

/** What an `EndpointRecord` says that Shippo has a word for. */
interface WebhookFacts {
  id: string;
  merchantId: string;
  mode: Mode;
  url: string;
  createdAt: Instant;
  updatedAt: Instant;
  disabledAt: Instant | null;
}

export interface ShippoWebhookObject {
  object_id: string;
  object_owner: string;
  object_created: Instant;
  object_updated: Instant;
  event: typeof TRACK_UPDATED;
  url: string;
  active: boolean;
  is_test: boolean;
}

export function buildShippoWebhookObject(facts: WebhookFacts): ShippoWebhookObject {
  return {
    object_id: facts.id,
    object_owner: facts.merchantId,
    object_created: facts.createdAt,
    object_updated: facts.updatedAt,
    event: TRACK_UPDATED,
    url: facts.url,
    active: facts.disabledAt === null,
    is_test: facts.mode === "test",
  };
}
