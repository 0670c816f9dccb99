import type { ProviderReading } from "#lib/providers/provider.ts";
import type { ParcelIdentity } from "./new-tracker-row.ts";

/**
 * What a provider answered about one parcel stays with that parcel, whatever it calls the carrier. News of another number, or of
 * the other mode, is no answer to what was asked.
 */
export function keepToParcel(reading: ProviderReading, asked: ParcelIdentity): ProviderReading {
  if (reading.kind !== "snapshots") return reading;
  for (const { trackingNumber, mode } of reading.snapshots) {
    if (trackingNumber !== asked.trackingNumber) return invalid(`tells of ${trackingNumber}, but was asked about ${asked.trackingNumber}`);
    if (mode !== asked.mode)
      return invalid(`tells of a ${mode} parcel, but was asked about one of ${asked.mode}: look at the source's API key`);
  }
  return { ...reading, snapshots: reading.snapshots.map((snapshot) => ({ ...snapshot, carrier: asked.carrier })) };
}

const invalid = (message: string): ProviderReading => ({ kind: "invalid", issues: [{ path: "", message }] });
