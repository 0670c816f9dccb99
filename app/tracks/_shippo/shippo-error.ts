import type { ApiAnswer, ApiFault } from "#app/_server/api/dialect.ts";

const STATUSES: Record<ApiFault["kind"], number> = {
  key_missing: 401,
  key_unknown: 401,
  body_malformed: 400,
  body_too_large: 413,
  path_unknown: 404,
  method_not_allowed: 405,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

/** What is wrong with the call as a whole. */
export function shippoError(status: number, detail: string): ApiAnswer {
  return { status, body: { detail } };
}

export const NOT_FOUND = shippoError(404, "Not found.");

/** What is wrong with its fields, each as sentences; with no field in particular under `non_field_errors`. */
export type ShippoFieldErrors = Record<string, string[]>;

export function refuseFields(errors: ShippoFieldErrors): ApiAnswer {
  return { status: 400, body: errors };
}

export function describeFault({ kind, message }: ApiFault): ApiAnswer {
  const answer = shippoError(STATUSES[kind], message);
  return answer.status === 401 ? { ...answer, headers: { "www-authenticate": "ShippoToken" } } : answer;
}
