import type { ApiAnswer, ApiFault } from "#app/_server/api/dialect.ts";
import { MOST_ISSUES } from "#app/_server/api/most-issues.ts";

/** One row per code that EasyPost's clients may meet here: its status, and what it says where nothing better is known. */
const ERRORS = {
  BAD_REQUEST: { status: 400, message: "The request could not be read." },
  UNAUTHORIZED: { status: 401, message: "This call needs an API key." },
  "APIKEY.INACTIVE": { status: 403, message: "This API key is not active." },
  "MODE.UNAUTHORIZED": { status: 403, message: "This resource requires a production API key to be changed." },
  NOT_FOUND: { status: 404, message: "The requested resource could not be found." },
  "TRACKER.NOT_FOUND": { status: 404, message: "The tracker(s) could not be found." },
  "PAYLOAD.NOT_FOUND": { status: 404, message: "The payload(s) could not be found." },
  METHOD_NOT_ALLOWED: { status: 405, message: "This method is not allowed here." },
  PAYLOAD_TOO_LARGE: { status: 413, message: "The body is too large." },
  "PARAMETER.REQUIRED": { status: 422, message: "Missing required parameter." },
  "PARAMETER.INVALID": { status: 422, message: "Invalid parameter." },
  "TRACKER.CREATE.ERROR": { status: 422, message: "The tracker could not be created." },
  "TRACKER.INVALID_TEST_CODE": { status: 422, message: "Test tracking codes are for test API keys only." },
  "TRACKER.INVALID_PARAMS": { status: 422, message: "The tracker's parameters are invalid." },
  "TRACKER.UNSUPPORTED_CARRIER": { status: 422, message: "This carrier is not known here." },
  "TRACKER.CARRIER_CODE_MISMATCH": { status: 422, message: "The tracking code cannot be this carrier's." },
  "TRACKER.MULTIPLE_CARRIERS_FOR_CODE": { status: 422, message: "More than one carrier may have this tracking code. Say which: carrier." },
  "TRACKER.NO_CARRIER_FOR_CODE": { status: 422, message: "The tracking code does not tell its carrier. Say which: carrier." },
  "BRAND.INVALID": { status: 422, message: "The brand could not be saved." },
  "WEBHOOK.INVALID": { status: 422, message: "The webhook could not be saved." },
  RATE_LIMITED: { status: 429, message: "Too many requests." },
  INTERNAL_SERVER_ERROR: { status: 500, message: "Something went wrong on our side." },
  SERVICE_UNAVAILABLE: { status: 503, message: "The service is not available right now." },
} as const satisfies Record<string, { status: number; message: string }>;

export type EasyPostErrorCode = keyof typeof ERRORS;

export interface EasyPostErrorItem {
  /** Which parameter it is about. */
  field: string;
  message: string;
}

/** EasyPost's one shape for everything that is not as wished. */
export function easypostError(
  code: EasyPostErrorCode,
  { message = ERRORS[code].message, errors = [] }: { message?: string; errors?: readonly EasyPostErrorItem[] } = {},
): ApiAnswer {
  return { status: ERRORS[code].status, body: { error: { code, message, errors: errors.slice(0, MOST_ISSUES) } } };
}

/** A key that nobody has is `APIKEY.INACTIVE` to EasyPost as well. */
const CODE_BY_FAULT: Record<ApiFault["kind"], EasyPostErrorCode> = {
  key_missing: "UNAUTHORIZED",
  key_unknown: "APIKEY.INACTIVE",
  body_malformed: "BAD_REQUEST",
  body_too_large: "PAYLOAD_TOO_LARGE",
  path_unknown: "NOT_FOUND",
  method_not_allowed: "METHOD_NOT_ALLOWED",
  rate_limited: "RATE_LIMITED",
  unavailable: "SERVICE_UNAVAILABLE",
  internal: "INTERNAL_SERVER_ERROR",
};

export function describeFault({ kind, message }: ApiFault): ApiAnswer {
  const answer = easypostError(CODE_BY_FAULT[kind], { message });
  return kind === "key_missing" ? { ...answer, headers: { "www-authenticate": 'Basic realm="Waymark"' } } : answer;
}
