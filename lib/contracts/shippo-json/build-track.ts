import { carrierCodeIn } from "#lib/contracts/carrier-code.ts";
import type { TrackerFacts } from "#lib/contracts/tracker-facts.ts";
import { buildAddress, type ShippoAddress } from "./address.ts";
import { midnightOf } from "./status-date.ts";
import { buildLatestStatus, buildScanStatus, type ShippoTrackingStatus } from "./tracking-status.ts";

/** Shippo's Track, and with it our `public_url`. */
export interface ShippoTrack {
  messages: readonly string[];
  carrier: string;
  tracking_number: string;
  address_from: ShippoAddress | null;
  address_to: ShippoAddress | null;
  eta: string | null;
  original_eta: string | null;
  servicelevel: { token: string | null; name: string | null };
  metadata: string | null;
  tracking_status: ShippoTrackingStatus | null;
  /** Oldest first. */
  tracking_history: ShippoTrackingStatus[];
  /** The label's purchase, which we never made. */
  transaction: null;
  test: boolean;
  public_url: string;
}

/** `advice` is what the merchant should know about following this parcel. */
export function buildShippoTrack(facts: TrackerFacts, advice: readonly string[] = []): ShippoTrack {
  const { tracker } = facts;
  return {
    messages: advice,
    carrier: carrierCodeIn("shippo", tracker.carrier),
    tracking_number: tracker.trackingNumber,
    address_from: buildAddress(tracker.origin),
    address_to: buildAddress(tracker.destination),
    eta: tracker.estimatedDelivery && midnightOf(tracker.estimatedDelivery.on),
    original_eta: tracker.originalEstimatedDelivery && midnightOf(tracker.originalEstimatedDelivery.on),
    servicelevel: { token: null, name: tracker.serviceLevel },
    metadata: facts.metadata,
    tracking_status: buildLatestStatus(facts),
    tracking_history: tracker.scans.map((scan) => buildScanStatus(facts, scan)).reverse(),
    transaction: null,
    test: facts.mode === "test",
    public_url: facts.publicUrl,
  };
}
