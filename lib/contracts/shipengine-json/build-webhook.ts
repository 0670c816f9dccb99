import type { EventFacts } from "#lib/contracts/tracker-facts.ts";
import { buildShipEngineTracking } from "./build-tracking.ts";

/** The body of an `API_TRACK` webhook, ready to be signed. `origin`: where our `/v1` is served, without trailing slash. */
export function buildShipEngineWebhook({ tracker }: EventFacts, { origin }: { origin: string }): string {
  const data = buildShipEngineTracking(tracker);
  const query = new URLSearchParams({ carrier_code: data.carrier_code, tracking_number: data.tracking_number });
  return JSON.stringify({ resource_url: `${origin}/v1/tracking?${query}`, resource_type: "API_TRACK", data });
}
