import { type CarrierSlug, type CodeProvider, carrierByProviderCode, carrierFor } from "#lib/carriers/catalog.ts";
import { detectCarrier } from "#lib/carriers/detect-carrier.ts";
import { normalizeTrackingNumber } from "#lib/carriers/tracking-number.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { MappingNote, Mode } from "#lib/tracking/snapshot.ts";

/** One vendor field: what it holds, and where it stands, for the person who has to mend it. */
export interface VendorField {
  word: string | null;
  path: string;
}

export interface IdentifiedParcel {
  carrier: CarrierSlug;
  trackingNumber: string;
  notes: MappingNote[];
}

/** What a map is told beside the payload. */
export type MapContext = IdentifiedParcel & { mode: Mode };

export type ParcelIdentity = ({ kind: "parcel" } & IdentifiedParcel) | { kind: "invalid"; issues: Issue[] };

/** From here on, a number's format and check digit leave little doubt. */
const CONFIDENT = 0.85;

/**
 * Which parcel a payload is about. A carrier word no catalog knows, or none, is made up for only by a number that can be one carrier's alone.
 * `codes` says whose carrier codes come first; null where they are plain words.
 */
export function identifyParcel(codes: CodeProvider | null, carrier: VendorField, number: VendorField): ParcelIdentity {
  const trackingNumber = number.word === null ? null : normalizeTrackingNumber(number.word);
  if (trackingNumber === null) {
    const message =
      number.word === null ? "missing: a payload about a parcel needs its tracking number" : `not a tracking number: "${number.word}"`;
    return { kind: "invalid", issues: [{ path: number.path, message }] };
  }
  const named = carrier.word === null ? null : codes === null ? carrierFor(carrier.word) : carrierByProviderCode(codes, carrier.word);
  if (named !== null) return { kind: "parcel", carrier: named.slug, trackingNumber, notes: [] };

  const detected = onlyCandidate(trackingNumber);
  if (detected !== null) {
    return {
      kind: "parcel",
      carrier: detected,
      trackingNumber,
      notes: carrier.word === null ? [] : [{ field: "carrier", word: carrier.word }],
    };
  }
  const problem = carrier.word === null ? "missing" : `no carrier is known as "${carrier.word}"`;
  const message = `${problem}, and the number ${trackingNumber} does not tell the carrier by itself: set this field to a carrier's code`;
  return { kind: "invalid", issues: [{ path: carrier.path, message }] };
}

function onlyCandidate(trackingNumber: string): CarrierSlug | null {
  const confident = detectCarrier(trackingNumber).candidates.filter(({ confidence }) => confidence >= CONFIDENT);
  return confident.length === 1 ? (confident[0]?.carrier ?? null) : null;
}
