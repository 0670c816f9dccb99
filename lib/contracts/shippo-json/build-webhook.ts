import type { EventFacts } from "#lib/contracts/tracker-facts.ts";
import { buildShippoTrack } from "./build-track.ts";

/** Shippo has one event for all news of a parcel, its first included. */
export const TRACK_UPDATED = "track_updated";

/** The body of a `track_updated` webhook, ready to be signed. */
export function buildShippoWebhook({ mode, tracker }: EventFacts): string {
  return JSON.stringify({ event: TRACK_UPDATED, test: mode === "test", data: buildShippoTrack(tracker) });
}
