import { z } from "zod";
import type { ApiAnswer, ApiCall } from "#app/_server/api/dialect.ts";
import { type CarrierSlug, carrierByProviderCode } from "#lib/carriers/catalog.ts";
import { findMistype } from "#lib/carriers/find-mistype.ts";
import { isEasyPostTestNumber } from "#lib/carriers/test-numbers.ts";
import { normalizeTrackingNumber } from "#lib/carriers/tracking-number.ts";
import { carrierCodeIn } from "#lib/contracts/carrier-code.ts";
import { buildEasyPostTracker, type TrackerReply } from "#lib/contracts/easypost-json/build-tracker.ts";
import { type RegisterTrackerOutcome, registerTracker } from "#lib/shipments/register-tracker.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { easypostError } from "./easypost-error.ts";
import { optionalText, parseSection, requiredText } from "./params.ts";

const LONGEST_TEXT = 200;
const trackerParams = z.object({ tracking_code: requiredText(LONGEST_TEXT), carrier: optionalText(LONGEST_TEXT) });

/** 201 for a new one; 200 for the one that is already there. */
export async function createTracker({ services, caller, body }: ApiCall): Promise<ApiAnswer> {
  const params = parseSection("tracker", trackerParams, body);
  if (params.kind === "refused") return params.answer;
  const { tracking_code: code, carrier: word } = params.value;

  const number = normalizeTrackingNumber(code);
  if (number === null) return malformed();
  const misuse = findTestCodeMisuse(number, caller.mode);
  if (misuse !== null) return misuse;
  const carrier = word === null ? null : carrierByProviderCode("easypost", word);
  if (word !== null && carrier === null) return unsupported(word);
  const mistype = carrier === null ? null : findMistype(carrier.slug, number);
  if (mistype !== null) return easypostError("TRACKER.CARRIER_CODE_MISMATCH", { errors: [{ field: "tracking_code", message: mistype }] });

  return describe(await registerTracker(services.runtime, { caller, carrier: carrier?.slug ?? null, trackingNumber: number }));
}

function describe(outcome: RegisterTrackerOutcome): ApiAnswer {
  switch (outcome.kind) {
    case "created":
      return registered(201, "created", outcome);
    case "existing":
      return registered(200, "deduplicated", outcome);
    case "number_malformed":
      return malformed();
    case "carrier_undetected": {
      const errors = outcome.nearMisses.map(({ carrier, reason }) => ({
        field: "tracking_code",
        message: `${nameOf(carrier)}: ${reason}`,
      }));
      return easypostError("TRACKER.NO_CARRIER_FOR_CODE", { errors });
    }
    case "carrier_ambiguous": {
      const errors = outcome.candidates.map((carrier) => ({ field: "carrier", message: `may be ${nameOf(carrier)}` }));
      return easypostError(errors.length === 1 ? "TRACKER.NO_CARRIER_FOR_CODE" : "TRACKER.MULTIPLE_CARRIERS_FOR_CODE", { errors });
    }
  }
}

type Registered = Extract<RegisterTrackerOutcome, { kind: "created" | "existing" }>;

/** EasyPost's Tracker has no room for advice to people, so it travels in a header. */
function registered(status: number, reply: TrackerReply, { tracker, advice }: Registered): ApiAnswer {
  const body = buildEasyPostTracker(tracker, reply);
  return advice.length === 0 ? { status, body } : { status, body, headers: { "x-waymark-advice": asHeader(advice) } };
}

const asHeader = (sentences: readonly string[]) => sentences.join(" ").replace(/[^\x20-\x7e]/g, "?");

const nameOf = (carrier: CarrierSlug) => carrierCodeIn("easypost", carrier);

/** EasyPost's own sentence. */
const TEST_CODES_ONLY =
  "In test mode, only test tracking numbers are valid. Test tracking numbers are EZ1000000001, EZ2000000002, ... , EZ7000000007";

function findTestCodeMisuse(number: string, mode: Mode): ApiAnswer | null {
  const isTestCode = isEasyPostTestNumber(number);
  if (mode === "test" && !isTestCode) return easypostError("TRACKER.CREATE.ERROR", { message: TEST_CODES_ONLY });
  if (mode === "production" && isTestCode) return easypostError("TRACKER.INVALID_TEST_CODE");
  return null;
}

function malformed(): ApiAnswer {
  const message = "is no tracking code: it has 4 to 40 letters and digits";
  return easypostError("TRACKER.INVALID_PARAMS", { errors: [{ field: "tracking_code", message }] });
}

function unsupported(word: string): ApiAnswer {
  const message = `is no carrier known here: ${word}`;
  return easypostError("TRACKER.UNSUPPORTED_CARRIER", { errors: [{ field: "carrier", message }] });
}
