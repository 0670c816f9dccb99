import type { ApiAnswer, ApiCall, Endpoint } from "#app/_server/api/dialect.ts";
import { type Carrier, carrierByProviderCode } from "#lib/carriers/catalog.ts";
import { isShippoTestNumber, SHIPPO_TEST_NUMBERS } from "#lib/carriers/test-numbers.ts";
import { normalizeTrackingNumber } from "#lib/carriers/tracking-number.ts";
import { buildShippoTrack } from "#lib/contracts/shippo-json/build-track.ts";
import { findTracker } from "#lib/shipments/find-tracker.ts";
import { previewTestTracker } from "#lib/shipments/preview-test-tracker.ts";
import { registerTracker } from "#lib/shipments/register-tracker.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { readTrackRequest } from "./requests.ts";
import { NOT_FOUND, refuseFields, shippoError } from "./shippo-error.ts";

export const trackEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "/tracks", handle: createTrack },
  { method: "GET", path: "/tracks/:carrier/:number", handle: readTrack },
];

async function createTrack(call: ApiCall): Promise<ApiAnswer> {
  const request = readTrackRequest(call.body);
  if (request.kind === "invalid") return refuseFields(request.errors);
  const { carrier: word, tracking_number: trackingNumber, metadata } = request.fields;
  const carrier = carrierByProviderCode("shippo", word);
  if (carrier === null) return refuseFields({ carrier: [`Invalid value specified for provider '${word}'`] });
  return register(call, { carrier, trackingNumber, metadata });
}

async function readTrack(call: ApiCall): Promise<ApiAnswer> {
  const { carrier: word = "", number: trackingNumber = "" } = call.params;
  const carrier = carrierByProviderCode("shippo", word);
  if (carrier === null) return shippoError(400, `Carrier with name '${word}' is not supported.`);
  const { caller, services } = call;
  const tracker = await findTracker(services.runtime, { caller, carrier: carrier.slug, trackingNumber });
  if (tracker !== null) return { status: 200, body: buildShippoTrack(tracker) };
  // Shippo answers a mock number to whoever asks, registered or not.
  const mock = carrier.isTest ? await previewTestTracker(services.runtime, { caller, carrier: carrier.slug, trackingNumber }) : null;
  return mock === null ? NOT_FOUND : { status: 200, body: buildShippoTrack(mock, [NOT_REGISTERED]) };
}

const NOT_REGISTERED = "This mock number is not registered, so it has no page yet: register it by POST /tracks.";

interface NewTrack {
  carrier: Carrier;
  trackingNumber: string;
  metadata?: string | null | undefined;
}

/** Answers 200 for a new track too: Shippo's client refuses a 201. */
async function register({ services, caller }: ApiCall, { carrier, trackingNumber, metadata }: NewTrack): Promise<ApiAnswer> {
  if (carrier.isTest && !isMock(carrier, trackingNumber, caller.mode)) {
    const numbers = SHIPPO_TEST_NUMBERS.join(", ");
    return refuseFields({ tracking_number: [`This carrier has mock numbers only: send one of ${numbers}, with a test key.`] });
  }
  const outcome = await registerTracker(services.runtime, { caller, carrier: carrier.slug, trackingNumber, metadata });
  switch (outcome.kind) {
    case "created":
    case "existing":
      return { status: 200, body: buildShippoTrack(outcome.tracker, outcome.advice) };
    case "number_malformed":
      return refuseFields({ tracking_number: ["This is no tracking number: send 4 to 40 letters and digits."] });
    case "carrier_undetected":
    case "carrier_ambiguous":
      return refuseFields({ carrier: ["Send the carrier's code with the number."] });
  }
}

function isMock(carrier: Carrier, trackingNumber: string, mode: Mode): boolean {
  const number = normalizeTrackingNumber(trackingNumber);
  return carrier.isTest && mode === "test" && number !== null && isShippoTestNumber(number);
}
