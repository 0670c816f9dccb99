import type { ApiAnswer, ApiFault } from "#app/_server/api/dialect.ts";
import { MOST_ISSUES } from "#app/_server/api/most-issues.ts";

export interface ShipEngineError {
  error_source: "shipengine";
  error_type: "validation" | "security" | "system";
  error_code: string;
  message: string;
  field_name?: string;
}

type Fault = Omit<ShipEngineError, "error_source">;

/** ShipEngine's one shape for everything that is not as wished. Its client reads the first of `errors` and no more. */
export function shipengineError(status: number, requestId: string, faults: readonly Fault[]): ApiAnswer {
  const errors: ShipEngineError[] = faults.slice(0, MOST_ISSUES).map((fault) => ({ error_source: "shipengine", ...fault }));
  return { status, body: { request_id: requestId, errors } };
}

export function notFound(requestId: string, message: string): ApiAnswer {
  return shipengineError(404, requestId, [{ error_type: "validation", error_code: "not_found", message }]);
}

/** One thing wrong with a request. `message` is a sentence. */
export interface FieldIssue {
  field: string;
  message: string;
  isMissing: boolean;
}

export function refuseFields(requestId: string, issues: readonly FieldIssue[]): ApiAnswer {
  const faults = issues.map(({ field, message, isMissing }): Fault => {
    const error_code = isMissing ? "field_value_required" : "invalid_field_value";
    return { error_type: "validation", error_code, message, field_name: field };
  });
  return shipengineError(400, requestId, faults);
}

/**
 * ShipEngine's client tells its user of 400, 404, 429 and 500; any other status it takes for tracking information, and stumbles over what
 * is not there. So a bad key, which ShipEngine itself answers with 401, is a 400 here, and what is not available a 500.
 */
const FAULTS: Record<ApiFault["kind"], readonly [status: number, type: ShipEngineError["error_type"], code: string]> = {
  key_missing: [400, "security", "unauthorized"],
  key_unknown: [400, "security", "unauthorized"],
  body_malformed: [400, "validation", "invalid_object"],
  body_too_large: [413, "validation", "invalid_object"],
  path_unknown: [404, "security", "not_found"],
  method_not_allowed: [405, "security", "not_found"],
  rate_limited: [429, "system", "rate_limit_exceeded"],
  unavailable: [500, "system", "unspecified"],
  internal: [500, "system", "unspecified"],
};

export function describeFault({ kind, message }: ApiFault, requestId: string): ApiAnswer {
  const [status, error_type, error_code] = FAULTS[kind];
  return shipengineError(status, requestId, [{ error_type, error_code, message }]);
}
