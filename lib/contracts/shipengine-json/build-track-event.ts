import { type ShipEngineWords, toShipEngineWords } from "#lib/contracts/dialects/shipengine.ts";
import type { Scan } from "#lib/tracking/tracker.ts";
import { buildEventTimes, type ShipEngineTimes } from "./event-times.ts";

/** One of ShipEngine's track events. Words that are not known are empty, as in what it answers. */
export interface ShipEngineTrackEvent extends ShipEngineTimes, ShipEngineWords {
  description: string;
  city_locality: string;
  state_province: string;
  postal_code: string;
  country_code: string;
  company_name: "";
  signer: string;
  event_code: string | null;
  carrier_detail_code: null;
  carrier_status_code: string | null;
  carrier_status_description: string;
  latitude: number | null;
  longitude: number | null;
  proof_of_delivery_url: string | null;
}

export function buildTrackEvent(scan: Scan): ShipEngineTrackEvent {
  const { place, vendor } = scan;
  return {
    ...buildEventTimes(scan.time),
    description: scan.message ?? "",
    city_locality: place.city ?? place.facility ?? "",
    state_province: place.region ?? "",
    postal_code: place.postalCode ?? "",
    country_code: place.country ?? "",
    company_name: "",
    signer: scan.signer ?? "",
    event_code: vendor.code,
    carrier_detail_code: null,
    ...toShipEngineWords(scan.status, scan.substatus),
    carrier_status_code: vendor.code,
    carrier_status_description: scan.message ?? "",
    latitude: place.latitude,
    longitude: place.longitude,
    proof_of_delivery_url: scan.proofOfDeliveryUrl,
  };
}
