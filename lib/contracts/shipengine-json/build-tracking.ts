import { carrierTrackingUrl } from "#lib/carriers/outbound-links.ts";
import { carrierCodeIn } from "#lib/contracts/carrier-code.ts";
import { type ShipEngineWords, toShipEngineWords } from "#lib/contracts/dialects/shipengine.ts";
import { isUnheardOf } from "#lib/contracts/is-unheard-of.ts";
import type { TrackerFacts } from "#lib/contracts/tracker-facts.ts";
import type { Tracker } from "#lib/tracking/tracker.ts";
import { buildTrackEvent, type ShipEngineTrackEvent } from "./build-track-event.ts";
import { midnightOf, toDeliveryDate } from "./event-times.ts";

/** ShipEngine's tracking information, and with it our `public_url`. */
export interface ShipEngineTracking extends ShipEngineWords {
  tracking_number: string;
  /** The carrier's own page. */
  tracking_url: string | null;
  carrier_code: string;
  /** An account at ShipEngine, where we have none. */
  carrier_id: null;
  carrier_detail_code: null;
  carrier_status_code: string | null;
  carrier_status_description: string | null;
  ship_date: null;
  estimated_delivery_date: string | null;
  actual_delivery_date: string | null;
  exception_description: string | null;
  /** Newest first. */
  events: ShipEngineTrackEvent[];
  /** Null for a number that nobody follows. */
  public_url: string | null;
}

export function buildShipEngineTracking(facts: Pick<TrackerFacts, "tracker"> & { publicUrl: string | null }): ShipEngineTracking {
  const { tracker, publicUrl } = facts;
  const words = wordsOf(tracker);
  const said = tracker.scans[0]?.message ?? null;
  return {
    tracking_number: tracker.trackingNumber,
    tracking_url: carrierTrackingUrl(tracker.carrier, tracker.trackingNumber),
    ...words,
    carrier_code: carrierCodeIn("shipengine", tracker.carrier),
    carrier_id: null,
    carrier_detail_code: null,
    carrier_status_code: tracker.vendor.code,
    carrier_status_description: said,
    ship_date: null,
    estimated_delivery_date: tracker.estimatedDelivery && midnightOf(tracker.estimatedDelivery.on),
    actual_delivery_date: toDeliveryDate(tracker.deliveredTime),
    exception_description: words.status_code === "EX" ? (said ?? words.status_detail_description) : null,
    events: tracker.scans.map(buildTrackEvent),
    public_url: publicUrl,
  };
}

/** A parcel unheard of is not in the system yet; no word of any carrier is unknown to us. */
function wordsOf(tracker: Tracker): ShipEngineWords {
  return toShipEngineWords(tracker.status, isUnheardOf(tracker) ? "awaiting_information" : tracker.substatus);
}
