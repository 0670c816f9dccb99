import type { ApiAnswer, ApiCall, Endpoint } from "#app/_server/api/dialect.ts";
import { type Carrier, carrierByProviderCode } from "#lib/carriers/catalog.ts";
import { normalizeTrackingNumber } from "#lib/carriers/tracking-number.ts";
import { buildShipEngineTracking } from "#lib/contracts/shipengine-json/build-tracking.ts";
import { findTracker } from "#lib/shipments/find-tracker.ts";
import { registerTracker } from "#lib/shipments/register-tracker.ts";
import { setWatching } from "#lib/shipments/set-watching.ts";
import { deriveTracker } from "#lib/tracking/derive-tracker.ts";
import { EMPTY_FACTS } from "#lib/tracking/fold-snapshot.ts";
import { type FieldIssue, notFound, refuseFields } from "./shipengine-error.ts";

export const trackingEndpoints: readonly Endpoint[] = [
  { method: "GET", path: "/tracking", handle: withParcel(readTracking) },
  { method: "POST", path: "/tracking/start", handle: withParcel(startTracking) },
  { method: "POST", path: "/tracking/stop", handle: withParcel(stopTracking) },
];

interface Parcel {
  carrier: Carrier;
  trackingNumber: string;
}

const DONE: ApiAnswer = { status: 204 };

/** Asking changes nothing: a number that nobody follows is answered as one not yet in the system, and is not followed for that. */
async function readTracking({ services, caller }: ApiCall, { carrier, trackingNumber }: Parcel): Promise<ApiAnswer> {
  const tracker = await findTracker(services.runtime, { caller, carrier: carrier.slug, trackingNumber });
  if (tracker !== null) return { status: 200, body: buildShipEngineTracking(tracker) };
  const identity = { carrier: carrier.slug, trackingNumber, mode: caller.mode, epoch: 1, fencedBefore: null };
  return { status: 200, body: buildShipEngineTracking({ tracker: deriveTracker(EMPTY_FACTS, identity), publicUrl: null }) };
}

async function startTracking({ services, caller, requestId }: ApiCall, { carrier, trackingNumber }: Parcel): Promise<ApiAnswer> {
  const outcome = await registerTracker(services.runtime, { caller, carrier: carrier.slug, trackingNumber });
  if (outcome.kind !== "created" && outcome.kind !== "existing") return refuseFields(requestId, [NO_NUMBER]);
  const { advice } = outcome;
  return advice.length === 0 ? DONE : { ...DONE, headers: { "x-waymark-advice": toHeaderText(advice.join(" ")) } };
}

/** A 204 has no other room for it. Headers are ASCII: accents are left out. */
function toHeaderText(text: string): string {
  return text.normalize("NFKD").replace(/[^\x20-\x7e]/g, "");
}

async function stopTracking({ services, caller, requestId }: ApiCall, { carrier, trackingNumber }: Parcel): Promise<ApiAnswer> {
  const tracker = await findTracker(services.runtime, { caller, carrier: carrier.slug, trackingNumber });
  if (tracker === null) return notFound(requestId, "Nobody started tracking this number with this carrier_code.");
  await setWatching(services.runtime, { caller, id: tracker.id, isWatched: false });
  return DONE;
}

const NO_NUMBER: FieldIssue = {
  field: "tracking_number",
  message: "tracking_number must be 4 to 40 letters and digits.",
  isMissing: false,
};
const EXAMPLE = "?carrier_code=usps&tracking_number=9405511899223197428490";

/** All calls name their parcel in the query, also those that are POST. */
function withParcel(handle: (call: ApiCall, parcel: Parcel) => Promise<ApiAnswer>): Endpoint["handle"] {
  return async (call) => {
    const parcel = readParcel(call.query);
    return parcel.kind === "read" ? handle(call, parcel) : refuseFields(call.requestId, parcel.issues);
  };
}

function readParcel(query: URLSearchParams): ({ kind: "read" } & Parcel) | { kind: "invalid"; issues: FieldIssue[] } {
  const given = { carrier_code: query.get("carrier_code")?.trim() ?? "", tracking_number: query.get("tracking_number")?.trim() ?? "" };
  const missing = Object.entries(given).filter(([, text]) => text === "");
  if (missing.length > 0) {
    const issues = missing.map(([field]) => ({ field, message: `${field} is required in the query, as in ${EXAMPLE}.`, isMissing: true }));
    return { kind: "invalid", issues };
  }
  const carrier = carrierByProviderCode("shipengine", given.carrier_code);
  const trackingNumber = normalizeTrackingNumber(given.tracking_number);
  if (carrier === null) {
    const message = `carrier_code '${given.carrier_code.slice(0, 50)}' is no carrier that is known here.`;
    return { kind: "invalid", issues: [{ field: "carrier_code", message, isMissing: false }] };
  }
  return trackingNumber === null ? { kind: "invalid", issues: [NO_NUMBER] } : { kind: "read", carrier, trackingNumber };
}
