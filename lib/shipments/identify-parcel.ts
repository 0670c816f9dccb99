import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { clearCandidate, detectCarrier, type NearMiss } from "#lib/carriers/detect-carrier.ts";
import { carrierOfTestNumber } from "#lib/carriers/test-numbers.ts";
import { normalizeTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";

export type ParcelNotIdentified =
  | { kind: "number_malformed" }
  | { kind: "carrier_undetected"; nearMisses: NearMiss[] }
  | { kind: "carrier_ambiguous"; candidates: CarrierSlug[] };

/** Below this a number only looks like a carrier's; a shopper may be shown the guess, a merchant has to confirm it. */
const CONFIDENT = 0.5;

/** Which parcel a merchant means. Carriers change their formats, so that a named one is believed. */
export function identifyParcel(input: {
  mode: Mode;
  carrier: CarrierSlug | null;
  trackingNumber: string;
}): { kind: "parcel"; carrier: CarrierSlug; trackingNumber: string } | ParcelNotIdentified {
  const trackingNumber = normalizeTrackingNumber(input.trackingNumber);
  if (trackingNumber === null) return { kind: "number_malformed" };
  const named = input.carrier ?? (input.mode === "test" ? carrierOfTestNumber(trackingNumber) : null);
  if (named !== null) return { kind: "parcel", carrier: named, trackingNumber };

  const detection = detectCarrier(trackingNumber);
  const clear = clearCandidate(detection);
  if (clear !== null && clear.confidence >= CONFIDENT) return { kind: "parcel", carrier: clear.carrier, trackingNumber };
  const { candidates, nearMisses } = detection;
  if (candidates.length === 0) return { kind: "carrier_undetected", nearMisses: [...nearMisses] };
  return { kind: "carrier_ambiguous", candidates: candidates.map(({ carrier }) => carrier) };
}
